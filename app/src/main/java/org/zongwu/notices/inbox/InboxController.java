package org.zongwu.notices.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.Allow;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;

/** 消息: what one was told, newest first; each opens the page that it is about. */
@Controller
@RequestMapping(InboxController.PATH)
@Allow(everyone = true)
class InboxController implements DeskPanel {
    static final String PATH = "/notices";
    private static final int A_PAGE = 50;
    private static final int ON_DESK = 6;

    private final Inbox inbox;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    InboxController(Inbox inbox, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.inbox = inbox;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String unread, @RequestParam(defaultValue = "") String before, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page("yes".equals(unread), instant(before), actor));
    }

    /** Opens what a message is about; from then on it is read. */
    @GetMapping("/{id}")
    RedirectView open(@PathVariable UUID id, Actor actor) {
        var to = new RedirectView(inbox.read(actor, id).orElseThrow(NotFound::new), true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }

    @PostMapping("/read")
    Object readAll(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, Form.BUTTON, PATH + "?did=read", in -> inbox.readAll(actor), view -> page(false, null, actor));
    }

    private ModelAndView page(boolean unread, @Nullable Instant before, Actor actor) {
        var lines = inbox.of(actor, unread, before, A_PAGE + 1);
        return new ModelAndView("notices/inbox", Map.of("lines", lines.stream().limit(A_PAGE).map(l -> new Message(l.id(), l.text(), Shown.fullTime(l.at()), l.read(), l.urgent())).toList(), "unread", inbox.unread(actor), "only", unread,
                "before", lines.size() > A_PAGE ? lines.get(A_PAGE - 1).at().toString() : "", "form", FormView.blank(Form.BUTTON)));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Panel> panel(Actor actor) {
        var lines = inbox.of(actor, true, null, ON_DESK);
        if (lines.isEmpty()) return Optional.empty();
        List<Row> rows = lines.stream().map(l -> new Row(l.text(), Shown.fullTime(l.at()).substring(5), "", PATH + "/" + l.id())).toList();
        return Optional.of(new Panel(messages.say("notices.title"), messages.say("notices.unread", inbox.unread(actor)), rows, messages.say("notices.all"), PATH, null));
    }

    @Bean
    static NavEntry inboxInMenu() {
        return NavEntry.of("notices", "notices.title", PATH, 20);
    }
}
