package org.zongwu.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.FrameNote;
import org.zongwu.web.Messages;
import org.zongwu.web.Reach;
import org.zongwu.web.Todos;
import org.zongwu.web.Ui;
import org.zongwu.web.UiContext;

/** Puts the menu, the school's name, the to-do count and the note around a page. Knows no module: they contribute. */
@Component
class Frame implements UiContext {
    private final Messages messages;
    private final Schools schools;
    private final Tenancy tenancy;
    private final Todos todos;
    private final List<NavEntry> entries;
    private final List<FrameNote> notes;
    private final Reach reach;
    private final boolean insecure;
    private final String asset;

    Frame(Messages messages, Schools schools, Tenancy tenancy, Todos todos, List<NavEntry> entries, List<FrameNote> notes, Reach reach,
            @Value("${zongwu.insecure-lan:false}") boolean insecure, StaticVersion version) {
        this.messages = messages;
        this.schools = schools;
        this.tenancy = tenancy;
        this.todos = todos;
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
        this.notes = notes;
        this.reach = reach;
        this.insecure = insecure;
        this.asset = version.value();
    }

    @Override
    public Ui of(HttpServletRequest request) {
        var actor = WebConfiguration.actor().orElse(null);
        var path = (String) request.getAttribute("jakarta.servlet.forward.request_uri");
        if (path == null) path = request.getRequestURI();
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
        if (actor == null) return new Ui(messages, outside(path, csrf), to -> false);
        return new Ui(messages, inside(actor, path, csrf, request.getParameter("did")), to -> reach.mayOpen(actor, to));
    }

    private Ui.Shell outside(String path, String csrf) {
        var all = schools.all();
        var title = all.size() == 1 ? messages.say("brand.of", all.getFirst().name()) : messages.say("brand");
        return new Ui.Shell(null, title, "", null, List.of(), 0, path, csrf, all.stream().anyMatch(Schools.School::demo), insecure, null, asset);
    }

    private Ui.Shell inside(Actor actor, String path, String csrf, @Nullable String did) {
        var school = schools.find(actor.schoolId()).orElseThrow();
        var note = tenancy.read(actor.schoolId(), () -> notes.stream().flatMap(n -> n.note(actor).stream()).collect(Collectors.joining(" · ")));
        var duty = actor.duties().stream().filter(d -> d != Duty.TEACHER).findFirst().or(() -> actor.duties().stream().findFirst());
        return new Ui.Shell(actor, messages.say("brand.of", school.name()), duty.map(d -> messages.say("duty." + d.name())).orElse(""), note, groups(actor, path),
                todos.count(actor), path, csrf, school.demo(), insecure, did != null && messages.has("did." + did) ? messages.say("did." + did) : null, asset);
    }

    private List<Ui.Group> groups(Actor actor, String path) {
        var current = entries.stream().filter(e -> path.equals(e.path()) || path.startsWith(e.path() + "/"))
                .max(Comparator.comparingInt(e -> e.path().length())).map(NavEntry::path).orElse("");
        var byGroup = new LinkedHashMap<String, List<Ui.Item>>();
        for (var entry : entries) {
            if (entry.visibleTo(actor)) byGroup.computeIfAbsent(entry.group(), g -> new ArrayList<>()).add(new Ui.Item(messages.say(entry.titleKey()), entry.path(), entry.path().equals(current)));
        }
        // a page that is in no menu belongs to the first of its neighbours
        var open = entries.stream().filter(e -> current.isEmpty() ? room(e.path()).equals(room(path)) : e.path().equals(current)).findFirst().map(NavEntry::group).orElse("");
        var office = entries.stream().filter(e -> e.order() >= NavEntry.OFFICE && byGroup.containsKey(e.group())).findFirst().map(NavEntry::group).orElse("");
        return byGroup.entrySet().stream().map(g -> new Ui.Group(messages.say("nav." + g.getKey()), g.getKey(),
                g.getKey().equals(open), g.getKey().equals(office), g.getValue())).toList();
    }

    /** The first folder of a path: pages that are in no menu belong to the group of their neighbours. */
    private static String room(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
