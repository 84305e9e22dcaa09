package org.zongwu.stores.issue;

import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.HEAD_TEACHER;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.TEACHER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.kernel.Duty.WORKER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** The steps of a 领物单 between its writing and its posting, one noun each. */
@Controller
@RequestMapping(IssueController.PATH + "/{ref}")
class IssueStepsController {
    private static final Form PICKING = Form.of("stores.picking").line("asked", Form.Kind.TEXT, null).line("item", Form.Kind.PICK, "/stores/items/pick")
            .optionalLine("given", Form.Kind.QUANTITY).optionalLine("unit", Form.Kind.TEXT);
    private static final Form PAPER = Form.of("stores.paper-signature").file("paper");
    private static final Form CLOSING = Form.of("stores.closing").area("why");

    private final IssueSteps steps;
    private final IssueSlips slips;
    private final IssuePages pages;
    private final Picking picking;
    private final SignedPaper papers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    IssueStepsController(IssueSteps steps, IssueSlips slips, IssuePages pages, Picking picking, SignedPaper papers, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.steps = steps;
        this.slips = slips;
        this.pages = pages;
        this.picking = picking;
        this.papers = papers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    /** What is given for each line: less of it, or another item in its place. */
    @GetMapping("/picking")
    @Allow(STOREKEEPER)
    ModelAndView picking(@PathVariable String ref, Actor actor) {
        return form(ref, actor, slip -> page(slip, "picking", picking.filled(PICKING, slip)));
    }

    @PostMapping("/picking")
    @Allow(STOREKEEPER)
    Object pick(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return post(ref, version, PICKING, "picking", "picked", request, actor, (slip, in) -> picking.pick(actor, slip, version, in));
    }

    @GetMapping("/paper-signature")
    @Allow(STOREKEEPER)
    ModelAndView paperSignature(@PathVariable String ref, Actor actor) {
        return form(ref, actor, slip -> page(slip, "paper-signature", FormView.blank(PAPER)));
    }

    /** The receiver signed on paper; the paper is kept with the slip. */
    @PostMapping("/paper-signature")
    @Allow(STOREKEEPER)
    Object signOnPaper(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return post(ref, version, PAPER, "paper-signature", "signed", request, actor,
                (slip, in) -> steps.signOnPaper(actor, slip.id(), version, papers.keep(actor, request, "paper", pages.ref(slip))));
    }

    @GetMapping("/closing")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    ModelAndView closing(@PathVariable String ref, Actor actor) {
        return form(ref, actor, slip -> page(slip, "closing", FormView.blank(CLOSING)));
    }

    @PostMapping("/closing")
    @Allow({STOREKEEPER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER})
    Object close(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return post(ref, version, CLOSING, "closing", "closed", request, actor, (slip, in) -> steps.close(actor, slip.id(), version, in.text("why")));
    }

    @PostMapping("/stamp")
    @Allow({GA_DIRECTOR, VP_LOGISTICS})
    Object stamp(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        var open = open(ref, actor);
        return submissions.post(request, actor, Form.BUTTON, IssueController.PATH + "/" + open.id() + "?did=stamped", in -> steps.stamp(actor, open.id(), version), view -> {
            var slip = slips.visible(ref, actor);
            return new ModelAndView("web/document", Map.of("page", pages.document(slip, slip.isOpen() ? steps.usages(slip.id()) : List.of(), actor, view)));
        });
    }

    private Object post(String ref, int version, Form form, String noun, String did, HttpServletRequest request, Actor actor, BiConsumer<IssueSlip, Typed> work) {
        var slip = open(ref, actor);
        return submissions.post(request, actor, form, IssueController.PATH + "/" + slip.id() + "?did=" + did, in -> work.accept(slip, in), view -> page(slip, noun, view));
    }

    private ModelAndView form(String ref, Actor actor, java.util.function.Function<IssueSlip, ModelAndView> draw) {
        return tenancy.read(actor.schoolId(), () -> draw.apply(openNow(ref, actor)));
    }

    private IssueSlip open(String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> openNow(ref, actor));
    }

    private IssueSlip openNow(String ref, Actor actor) {
        var slip = slips.visible(ref, actor);
        if (!slip.isOpen()) throw new NotFound();
        return slip;
    }

    private ModelAndView page(IssueSlip slip, String noun, FormView view) {
        var path = IssueController.PATH + "/" + slip.id();
        var key = "stores." + noun;
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say(key + ".title", slip.receiver()), path, messages.say("stores.issue.one"),
                path + "/" + noun + "?version=" + slip.version(), view, messages.say(key + ".do")).lead(messages.say(key + ".lead"))));
    }
}
