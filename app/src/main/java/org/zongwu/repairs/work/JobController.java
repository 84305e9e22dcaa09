package org.zongwu.repairs.work;

import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.WORKER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.repairs.photo.Photos;
import org.zongwu.repairs.ticket.TicketCard;
import org.zongwu.repairs.ticket.TicketFinder;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.stores.Stores;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** One repair from report to confirmation, and 我的维修: what a worker has in hand, made for a phone. */
@Controller
@RequestMapping(JobController.PATH)
class JobController {
    static final String PATH = "/repairs/jobs";
    private static final Form PHOTO = Form.of("repairs.photo").file("photo");

    private final TicketService tickets;
    private final TicketFinder finder;
    private final JobPages pages;
    private final Photos photos;
    private final Stores stores;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Form materials = Form.of("repairs.material").line("item", Form.Kind.PICK, "/stores/items/pick").line("quantity", Form.Kind.QUANTITY, null).optionalLine("unit", Form.Kind.TEXT);

    JobController(TicketService tickets, TicketFinder finder, JobPages pages, Photos photos, Stores stores, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.tickets = tickets;
        this.finder = finder;
        this.pages = pages;
        this.photos = photos;
        this.stores = stores;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Allow({WORKER, DISPATCHER})
    ModelAndView mine(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("repairs/work/mine", Map.of("jobs", finder.of(actor.employeeId()).stream().map(t -> new Mine(t, pages.due(t), switch (t.state()) {
            case DISPATCHED -> "acknowledgement";
            case ACCEPTED -> "visit";
            case PAUSED -> "resumption";
            default -> null;
        })).toList())));
    }

    @GetMapping("/{id}")
    @Allow(everyone = true)
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(ticket(id, actor), actor, FormView.blank(PHOTO)));
    }

    @GetMapping("/{id}/photos/{photo}")
    @Allow(everyone = true)
    ResponseEntity<Resource> photo(@PathVariable UUID id, @PathVariable UUID photo, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> photos.show(ticket(id, actor).id(), photo));
    }

    /** Before and after: by the worker, or by whoever reported it. */
    @PostMapping("/{id}/photos")
    @Allow(everyone = true)
    Object addPhoto(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var taken = new ArrayList<byte[]>();
        return submissions.post(request, actor, PHOTO, PATH + "/" + id + "?did=photographed", in -> {
            if (taken.isEmpty()) taken.addAll(photos.read(request));
            if (taken.isEmpty()) throw RuleBroken.at("photo", "R-REP-14", "rule.repairs.photo.none");
            var t = ticket(id, actor);
            photos.keep(actor, new WorkRef(TicketService.TYPE, t.id(), t.no()), taken);
        }, view -> page(ticket(id, actor), actor, view));
    }

    @GetMapping("/{id}/materials")
    @Allow(WORKER)
    ModelAndView wanted(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> materialsPage(own(id, actor), FormView.blank(materials)));
    }

    /** Materials come from the stores, against a slip that names this repair, and by no other way (R-REP-6). */
    @PostMapping("/{id}/materials")
    @Allow(WORKER)
    Object request(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, materials, PATH + "/" + id + "?did=requested", in -> {
            var t = own(id, actor);
            stores.request(actor, new WorkRef(TicketService.TYPE, t.id(), t.no()), in.lines().stream().map(l -> new Stores.Wanted(l.text("item"), l.optional("unit"), l.quantity("quantity"))).toList());
        }, view -> materialsPage(own(id, actor), view));
    }

    @Bean
    static NavEntry myRepairsInMenu() {
        return NavEntry.of("repairs", "repairs.mine.title", PATH, 351, WORKER);
    }

    private ModelAndView page(TicketCard t, Actor actor, FormView view) {
        return new ModelAndView("repairs/work/job", Map.of("page", pages.page(t, tickets.open(actor, t.id()), PATH + "/" + t.id() + "/photos/"), "mine", actor.employeeId().equals(t.workerId()), "form", view));
    }

    private ModelAndView materialsPage(TicketCard t, FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("repairs.material.title"), PATH + "/" + t.id(), t.no(), PATH + "/" + t.id() + "/materials", view, messages.say("repairs.material.submit"))
                .lead(messages.say("repairs.material.lead", t.place(), t.content()))));
    }

    private TicketCard ticket(UUID id, Actor actor) {
        return finder.find(id, actor).orElseThrow(NotFound::new);
    }

    private TicketCard own(UUID id, Actor actor) {
        return finder.find(id).filter(t -> actor.employeeId().equals(t.workerId())).orElseThrow(NotFound::new);
    }
}
