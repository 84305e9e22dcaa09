package org.zongwu.notices.outlet;

import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.SYS_ADMIN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.notices.outlet.OutletRepository.Outlet;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** 消息去向: robots of groups, which the administrator adds, and one's own mailbox. An address is shown masked; it is as good as a key. */
@Controller
@RequestMapping(OutletController.PATH)
class OutletController {
    static final String PATH = "/notices/outlets";

    private final OutletRepository outlets;
    private final Map<String, Carrier> carriers = new LinkedHashMap<>();
    private final Trail trail;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Form robot;
    private final Form mailbox = Form.of("notices.mailbox").text("address");

    OutletController(OutletRepository outlets, List<Carrier> all, Trail trail, Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.outlets = outlets;
        all.forEach(c -> carriers.put(c.kind(), c));
        this.trail = trail;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        robot = Form.of("notices.robot").text("name").text("address").wide().choice("duty", this::duties);
    }

    @GetMapping
    @Allow(everyone = true)
    ModelAndView list(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(actor, FormView.blank(Form.BUTTON)));
    }

    @GetMapping("/robot")
    @Allow(SYS_ADMIN)
    ModelAndView newRobot(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> robotPage(FormView.blank(robot)));
    }

    @PostMapping("/robot")
    @Allow(SYS_ADMIN)
    Object addRobot(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, robot, PATH + "?did=outlet-added", in -> {
            var id = Ids.next();
            add(actor, new Outlet(id, "WECOM", in.text("name"), in.text("address"), site(request), Duty.valueOf(in.text("duty")), null));
        }, this::robotPage);
    }

    @GetMapping("/mailbox")
    @Allow(everyone = true)
    ModelAndView newMailbox() {
        return mailboxPage(FormView.blank(mailbox));
    }

    @PostMapping("/mailbox")
    @Allow(everyone = true)
    Object addMailbox(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, mailbox, PATH + "?did=outlet-added",
                in -> add(actor, new Outlet(Ids.next(), "MAIL", in.text("address"), in.text("address"), site(request), null, actor.employeeId())), this::mailboxPage);
    }

    /** Removes it with what still waited. */
    @PostMapping("/{id}/removal")
    @Allow(everyone = true)
    Object remove(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, Form.BUTTON, PATH + "?did=outlet-removed", in -> {
            var there = outlets.find(id).filter(o -> mayChange(actor, o)).orElseThrow(NotFound::new);
            outlets.delete(id);
            trail.write(actor, "removed", new WorkRef("notices.outlet", id, there.name()), null, Images.none());
        }, view -> page(actor, view));
    }

    @Bean
    static NavEntry outletsInMenu() {
        return NavEntry.of("notices", "notices.outlet.title", PATH, 21, SYS_ADMIN, GA_DIRECTOR, DISPATCHER);
    }

    private void add(Actor actor, Outlet outlet) {
        var flaw = carriers.get(outlet.kind()).flaw(outlet.address());
        if (flaw != null) throw RuleBroken.at("address", "R-NOT-1", flaw);
        outlets.insert(outlet, clock.instant());
        trail.write(actor, "added", new WorkRef("notices.outlet", outlet.id(), outlet.kind().equals("MAIL") ? outlet.masked() : outlet.name()), null, Images.none());
    }

    private static boolean mayChange(Actor actor, Outlet o) {
        return o.employeeId() == null ? actor.holds(SYS_ADMIN) : o.employeeId().equals(actor.employeeId());
    }

    private static String site(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private Map<String, String> duties() {
        var all = new LinkedHashMap<String, String>();
        for (var duty : Duty.values()) if (!duty.administers()) all.put(duty.name(), messages.say("duty." + duty));
        return all;
    }

    private ModelAndView page(Actor actor, FormView view) {
        var mine = outlets.all().stream().filter(o -> mayChange(actor, o) || o.employeeId() == null && actor.holdsAny(GA_DIRECTOR, DISPATCHER))
                .map(o -> new OutletShown(o.id(), o.kind(), o.kind().equals("MAIL") ? o.masked() : o.name(), o.masked(), o.duty() == null ? messages.say("notices.own") : messages.say("duty." + o.duty()), mayChange(actor, o), outlets.standing(o.id()).waiting(),
                        outlets.standing(o.id()).sent(), outlets.standing(o.id()).givenUp(), outlets.standing(o.id()).lastError())).toList();
        return new ModelAndView("notices/outlets", Map.of("outlets", mine, "form", view));
    }

    private ModelAndView robotPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("notices.robot.new"), PATH, messages.say("notices.outlet.title"), PATH + "/robot", view, messages.say("notices.add")).lead(messages.say("notices.robot.lead"))));
    }

    private ModelAndView mailboxPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("notices.mailbox.new"), PATH, messages.say("notices.outlet.title"), PATH + "/mailbox", view, messages.say("notices.add")).lead(messages.say("notices.mailbox.lead"))));
    }
}
