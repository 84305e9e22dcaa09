package org.zongwu.repairs.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.repairs.door.Doors.Door;
import org.zongwu.repairs.photo.Photos;
import org.zongwu.repairs.ticket.TicketFinder;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.repairs.ticket.Trade;
import org.zongwu.school.Policies;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.RateLimit;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** 扫码报修: what the code on a door opens. Three things and no log-in, where the school allows it; otherwise the way to the log-in. */
@Controller
@RequestMapping("/r/{school}/{code:[A-HJ-NP-Z2-9]{8}}")
@Allow(open = true)
class DoorController {
    /** The eight that nearly everything is. */
    private static final List<Trade> TRADES = List.of(Trade.ELECTRIC, Trade.DOOR, Trade.FURNITURE, Trade.WATER, Trade.MEDIA, Trade.AIR, Trade.NETWORK, Trade.OTHER);

    private final Schools schools;
    private final Doors doors;
    private final RateLimit limit;
    private final TicketService tickets;
    private final TicketFinder finder;
    private final Photos photos;
    private final Policies policies;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final java.time.Clock clock;
    private final Form form;

    DoorController(Schools schools, Doors doors, RateLimit limit, TicketService tickets, TicketFinder finder, Photos photos, Policies policies, Submissions submissions, Messages messages, Tenancy tenancy,
            java.time.Clock clock) {
        this.schools = schools;
        this.doors = doors;
        this.limit = limit;
        this.tickets = tickets;
        this.finder = finder;
        this.photos = photos;
        this.policies = policies;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        form = Form.of("repairs.door").choice("trade", this::trades).text("content").optional().text("danger").optional().text("reporter").optional().text("phone").optional().hidden("pass").file("photo").optional();
    }

    private Map<String, String> trades() {
        var all = new LinkedHashMap<String, String>();
        TRADES.forEach(t -> all.put(t.name(), messages.say("repairs.door.trade." + t)));
        return all;
    }

    @GetMapping
    ModelAndView blank(@PathVariable String school, @PathVariable String code) {
        var of = school(school);
        return tenancy.read(of.id(), () -> page(of, door(code), FormView.blank(form)));
    }

    @PostMapping
    Object report(@PathVariable String school, @PathVariable String code, HttpServletRequest request) {
        var of = school(school);
        var visitor = visitor(of);
        var id = Ids.next();
        var link = doors.newLink();
        var taken = new ArrayList<byte[]>();
        return submissions.post(request, visitor, form, "/r/" + school + "/t/" + link, in -> {
            if (taken.isEmpty()) taken.addAll(photos.read(request));
            var door = door(code);
            requireOpen(door, in, request);
            var ref = tickets.report(visitor, id, new TicketService.Broken(door.roomId(), door.written(), Trade.valueOf(in.text("trade")), in.optional("content"), in.optional("danger") != null, in.optional("reporter"), in.optional("phone")));
            photos.keep(visitor, ref, taken);
            finder.link(id, Doors.digest(link), true);
        }, view -> page(of, door(code), view));
    }

    /** 是同一件，我也关注: a link to what somebody else has reported. */
    @PostMapping("/following")
    Object follow(@PathVariable String school, @PathVariable String code, @RequestParam UUID ticket, HttpServletRequest request) {
        var of = school(school);
        var link = doors.newLink();
        return submissions.post(request, visitor(of), Form.BUTTON, "/r/" + school + "/t/" + link, in -> {
            var door = door(code);
            limit.take(of.id() + "/" + door.id(), request.getRemoteAddr());
            if (finder.openIn(door.roomId()).stream().noneMatch(t -> t.id().equals(ticket))) throw new NotFound();
            finder.link(ticket, Doors.digest(link), false);
        }, view -> page(of, door(code), view));
    }

    private void requireOpen(Door door, Typed in, HttpServletRequest request) {
        if (closed()) throw new RuleBroken("R-REP-16", "rule.repairs.door.closed");
        if (!doors.admits(door, in.text("pass"))) throw new RuleBroken("R-REP-15", "rule.repairs.door.stale");
        limit.take(tenancy.current() + "/" + door.id(), request.getRemoteAddr());
    }

    private boolean closed() {
        return "NO".equals(policies.value("repair.public", java.time.LocalDate.now(clock)).orElse("NO"));
    }

    private ModelAndView page(Schools.School of, Door door, FormView view) {
        if (closed()) return new ModelAndView("repairs/door/closed", Map.of("place", door.place(), "path", "/repairs/tickets/new?place=" + java.net.URLEncoder.encode(door.written(), java.nio.charset.StandardCharsets.UTF_8)), HttpStatus.OK);
        return new ModelAndView("repairs/door/report", Map.of("school", of.code(), "code", door.code(), "place", door.place(), "pass", doors.pass(door), "trades", TRADES, "there", finder.openIn(door.roomId()), "form", view));
    }

    private Door door(String code) {
        return doors.find(code).orElseThrow(NotFound::new);
    }

    private Schools.School school(String code) {
        return schools.findByCode(code).orElseThrow(NotFound::new);
    }

    private Actor visitor(Schools.School of) {
        return new Actor(of.id(), TicketService.VISITOR, messages.say("repairs.visitor"), Set.of());
    }
}
