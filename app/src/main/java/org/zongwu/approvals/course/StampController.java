package org.zongwu.approvals.course;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.approvals.course.CourseService.Decision;
import org.zongwu.approvals.course.Stamp.Resolution;
import org.zongwu.approvals.kind.Watchers;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Allow;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Prints;
import org.zongwu.web.Reach;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** One course: its paper, the stamp, the return, the withdrawal. Open to whoever has a part in it or may stamp it, and to those who watch. */
@Controller
@RequestMapping(CoursePages.PATH + "/{id}")
@Allow(everyone = true)
class StampController {
    private static final Form APPROVAL = Form.of("approvals.approval").hidden("step").hidden("digest").area("words").optional();
    private static final Form FINAL = Form.of("approvals.approval").hidden("step").hidden("digest").text("resolution_no").optional().day("resolution_on").optional().area("words").optional();
    private static final Form RETURN = Form.of("approvals.return").hidden("step").hidden("digest").area("words");
    private static final Form WITHDRAWAL = Form.of("approvals.withdrawal").area("words");

    private final CourseService service;
    private final CoursePages pages;
    private final Submissions submissions;
    private final Prints prints;
    private final Reach reach;
    private final Messages messages;
    private final Tenancy tenancy;

    StampController(CourseService service, CoursePages pages, Submissions submissions, Prints prints, Reach reach, Messages messages, Tenancy tenancy) {
        this.service = service;
        this.pages = pages;
        this.submissions = submissions;
        this.prints = prints;
        this.reach = reach;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var course = course(id, actor);
            return new ModelAndView("web/document", Map.of("page", pages.document(course, service.awaitedPeople(course), buttons(course, actor), null, FormView.blank(Form.BUTTON))));
        });
    }

    private List<Button> buttons(Course course, Actor actor) {
        var path = CoursePages.path(course);
        var all = new ArrayList<Button>();
        if (reach.mayOpen(actor, course.link())) all.add(Button.link(messages.say("approvals.read"), course.link(), "report"));
        all.add(Button.plain(messages.say("paper.print"), path + "/prints", "print"));
        if (service.mayWithdraw(actor, course)) all.add(Button.link(messages.say("approvals.withdraw"), path + "/withdrawal", "undo"));
        if (course.mayStamp(actor.employeeId(), service.capacities(actor))) {
            all.add(Button.danger(messages.say("approvals.return"), path + "/return", "undo"));
            all.add(new Button(messages.say("approvals.approve"), path + "/approval", false, "pri", "check"));
        }
        return all;
    }

    @GetMapping("/approval")
    ModelAndView approval(@PathVariable UUID id, Actor actor) {
        return step(id, actor, "approval");
    }

    @PostMapping("/approval")
    Object approve(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return post(id, request, actor, "approval", in -> new Decision(Verdict.APPROVED, in.whole("step"), in.text("digest"), resolution(in), in.optional("words")));
    }

    @GetMapping("/return")
    ModelAndView returning(@PathVariable UUID id, Actor actor) {
        return step(id, actor, "return");
    }

    @PostMapping("/return")
    Object giveBack(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return post(id, request, actor, "return", in -> new Decision(Verdict.RETURNED, in.whole("step"), in.text("digest"), null, in.text("words")));
    }

    @GetMapping("/withdrawal")
    ModelAndView withdrawal(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var course = course(id, actor);
            if (!service.mayWithdraw(actor, course)) throw new NotFound();
            return page(course, "withdrawal", FormView.blank(WITHDRAWAL));
        });
    }

    @PostMapping("/withdrawal")
    Object withdraw(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var course = tenancy.read(actor.schoolId(), () -> course(id, actor));
        return submissions.post(request, actor, WITHDRAWAL, CoursePages.path(course) + "?did=approval-withdrawal", in -> service.withdraw(actor, course.kind(), course.document().id(), in.text("words")),
                view -> page(service.course(id), "withdrawal", view));
    }

    @PostMapping("/prints")
    RedirectView print(@PathVariable UUID id, Actor actor) {
        var course = tenancy.read(actor.schoolId(), () -> course(id, actor));
        return prints.count(actor, course.ref(), CoursePages.path(course) + "/prints");
    }

    @GetMapping("/prints/{nth}")
    ResponseEntity<byte[]> printed(@PathVariable UUID id, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var course = tenancy.read(actor.schoolId(), () -> course(id, actor));
        return prints.draw(request, actor, course.ref(), nth, tenancy.read(actor.schoolId(), () -> pages.paper(course, List.of())), CoursePages.path(course));
    }

    /** Shown to whoever could stamp it now; to nobody else. */
    private ModelAndView step(UUID id, Actor actor, String step) {
        return tenancy.read(actor.schoolId(), () -> {
            var course = course(id, actor);
            if (!course.mayStamp(actor.employeeId(), service.capacities(actor))) throw new NotFound();
            var awaited = course.awaited().orElseThrow();
            return page(course, step, FormView.blank(form(course, step)).with("step", awaited.no()).with("digest", course.digest()));
        });
    }

    private Object post(UUID id, HttpServletRequest request, Actor actor, String step, Function<Typed, Decision> said) {
        var course = tenancy.read(actor.schoolId(), () -> course(id, actor));
        return submissions.post(request, actor, form(course, step), CoursePages.path(course) + "?did=approval-" + step, in -> service.stamp(actor, id, said.apply(in)), view -> page(service.course(id), step, view));
    }

    private static Form form(Course course, String step) {
        if (step.equals("return")) return RETURN;
        return course.awaited().filter(a -> !a.decides() && !a.resolution()).isPresent() ? APPROVAL : FINAL;
    }

    private ModelAndView page(Course course, String step, FormView view) {
        var path = CoursePages.path(course);
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("approvals." + step + ".title"), path, course.title(), path + "/" + step, view, messages.say("approvals." + step + ".do"))
                .lead(messages.say("approvals." + step + ".lead")).about(pages.about(course))));
    }

    private static @Nullable Resolution resolution(Typed in) {
        var no = in.optional("resolution_no");
        var on = in.day("resolution_on");
        if (no == null && on == null) return null;
        if (no == null) throw RuleBroken.at("resolution_no", "R-1P-1", "rule.approvals.resolution-half");
        if (on == null) throw RuleBroken.at("resolution_on", "R-1P-1", "rule.approvals.resolution-half");
        return new Resolution(no, on);
    }

    /** Whoever has no part in it and may not stamp it does not find it. */
    private Course course(UUID id, Actor actor) {
        var course = service.course(id);
        if (Watchers.include(actor) || course.concerns(actor.employeeId()) || course.mayStamp(actor.employeeId(), service.capacities(actor))) return course;
        throw new NotFound();
    }
}
