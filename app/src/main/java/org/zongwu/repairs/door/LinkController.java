package org.zongwu.repairs.door;

import static zongwu.db.repairs.Tables.TICKET;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.logbook.Draft;
import org.zongwu.repairs.photo.Photos;
import org.zongwu.repairs.ticket.TicketFinder;
import org.zongwu.repairs.ticket.TicketFinder.Linked;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.repairs.work.JobPages;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** What became of a report, for whoever has its link: the same link always shows the whole story, and one tap says whether it is mended. */
@Controller
@RequestMapping("/r/{school}/t/{link:[A-Za-z0-9_-]{22}}")
@Allow(open = true)
class LinkController {
    private static final Form CONFIRM = Form.of("repairs.link").text("rating").optional();
    private static final Form REOPEN = Form.of("repairs.link").text("reopen_note");

    private final Schools schools;
    private final TicketFinder finder;
    private final TicketService tickets;
    private final JobPages pages;
    private final Photos photos;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    LinkController(Schools schools, TicketFinder finder, TicketService tickets, JobPages pages, Photos photos, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.schools = schools;
        this.finder = finder;
        this.tickets = tickets;
        this.pages = pages;
        this.photos = photos;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(@PathVariable String school, @PathVariable String link) {
        return tenancy.read(id(school), () -> page(school, link, FormView.blank(CONFIRM)));
    }

    @GetMapping("/photos/{photo}")
    ResponseEntity<Resource> photo(@PathVariable String school, @PathVariable String link, @PathVariable UUID photo) {
        return tenancy.read(id(school), () -> photos.show(linked(link).ticket().id(), photo));
    }

    /** 修好了，确认, with how well it was done. */
    @PostMapping("/confirmation")
    Object confirm(@PathVariable String school, @PathVariable String link, HttpServletRequest request) {
        return step(school, link, request, CONFIRM, "confirmation", in -> {
            var filled = Draft.blank();
            var rating = in.optional("rating");
            if (rating != null && rating.matches("SATISFIED|FAIRLY|NEUTRAL|DISSATISFIED")) filled.set(TICKET.RATING, rating);
            return filled;
        });
    }

    /** 还没好. */
    @PostMapping("/reopening")
    Object reopen(@PathVariable String school, @PathVariable String link, HttpServletRequest request) {
        return step(school, link, request, REOPEN, "reopening", in -> Draft.blank().set(TICKET.REOPEN_NOTE, in.text("reopen_note")));
    }

    @PostMapping("/cancellation")
    Object cancel(@PathVariable String school, @PathVariable String link, HttpServletRequest request) {
        return step(school, link, request, Form.BUTTON, "cancellation", in -> Draft.blank());
    }

    private Object step(String school, String link, HttpServletRequest request, Form form, String step, java.util.function.Function<org.zongwu.web.Typed, Draft> filled) {
        var visitor = new Actor(id(school), TicketService.VISITOR, messages.say("repairs.visitor"), Set.of());
        return submissions.post(request, visitor, form, path(school, link), in -> {
            var to = linked(link);
            if (!to.reporter()) throw new NotFound();
            tickets.step(visitor, to.ticket().id(), step, filled.apply(in));
        }, view -> page(school, link, view));
    }

    private ModelAndView page(String school, String link, FormView view) {
        var to = linked(link);
        return new ModelAndView("repairs/door/link", Map.of("page", pages.page(to.ticket(), Set.of(), path(school, link) + "/photos/"), "path", path(school, link), "reporter", to.reporter(), "form", view));
    }

    private Linked linked(String link) {
        return finder.linked(Doors.digest(link)).orElseThrow(NotFound::new);
    }

    private static String path(String school, String link) {
        return "/r/" + school + "/t/" + link;
    }

    private long id(String school) {
        return schools.findByCode(school).orElseThrow(NotFound::new).id();
    }
}
