package org.zongwu.stores.loan;

import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.WorkRef;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Prints;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** What happens to a loan that is out: each step a noun with its own fields; and the two papers that go with it. */
@Controller
@RequestMapping(LoanController.PATH + "/{ref}")
class LoanStepController {
    private final LoanReturns returns;
    private final LoanPages pages;
    private final LoanPapers papers;
    private final Submissions submissions;
    private final Prints prints;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    LoanStepController(LoanReturns returns, LoanPages pages, LoanPapers papers, Submissions submissions, Prints prints, Messages messages, Tenancy tenancy, Clock clock) {
        this.returns = returns;
        this.pages = pages;
        this.papers = papers;
        this.submissions = submissions;
        this.prints = prints;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/renewal")
    @Allow(everyone = true)
    ModelAndView renewal(@PathVariable String ref, Actor actor) {
        return blank(ref, actor, "renewal", (slip, today) -> FormView.blank(LoanForm.RENEWAL)
                .with("until", slip.dueOn() == null ? today : (slip.dueOn().isBefore(today) ? today : slip.dueOn()).plusDays(7)));
    }

    @PostMapping("/renewal")
    @Allow(everyone = true)
    Object renew(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, request, actor, "renewal", slip -> LoanForm.RENEWAL, (slip, in) -> returns.renew(actor, slip.id(), in.day("until"), in.text("reason")));
    }

    @GetMapping("/return")
    @Allow(STOREKEEPER)
    ModelAndView coming(@PathVariable String ref, Actor actor) {
        return blank(ref, actor, "return", LoanForm::coming);
    }

    @PostMapping("/return")
    @Allow(STOREKEEPER)
    Object bringBack(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, request, actor, "return", LoanForm::coming, (slip, in) -> returns.bringBack(actor, slip.id(), in.day("day"), LoanForm.parts(in)));
    }

    @GetMapping("/loss")
    @Allow(STOREKEEPER)
    ModelAndView loss(@PathVariable String ref, Actor actor) {
        return blank(ref, actor, "loss", LoanForm::loss);
    }

    @PostMapping("/loss")
    @Allow(STOREKEEPER)
    Object lose(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, request, actor, "loss", LoanForm::loss, (slip, in) -> returns.lose(actor, slip.id(), in.day("day"), LoanForm.parts(in), in.text("words")));
    }

    @GetMapping("/compensation")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView compensation(@PathVariable String ref, Actor actor) {
        return blank(ref, actor, "compensation", LoanForm::compensation);
    }

    @PostMapping("/compensation")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object compensate(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, request, actor, "compensation", LoanForm::compensation,
                (slip, in) -> returns.compensate(actor, UUID.fromString(in.text("loss")), in.day("day"), in.money("amount"), in.text("words")));
    }

    /** 催还通知: to hand to whoever is late. */
    @PostMapping("/notices")
    @Allow({STOREKEEPER, GA_DIRECTOR, ASSET_ADMIN})
    RedirectView notice(@PathVariable String ref, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> out(ref, actor));
        return prints.count(actor, pages.ref(slip), path(slip) + "/notices");
    }

    @GetMapping("/notices/{nth}")
    @Allow({STOREKEEPER, GA_DIRECTOR, ASSET_ADMIN})
    ResponseEntity<byte[]> printedNotice(@PathVariable String ref, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> out(ref, actor));
        return prints.draw(request, actor, pages.ref(slip), nth, papers.notice(slip, LocalDate.now(clock)), path(slip));
    }

    /** 损坏赔偿单 of one loss. */
    @PostMapping("/losses/{loss}/prints")
    @Allow(everyone = true)
    RedirectView lossPaper(@PathVariable String ref, @PathVariable UUID loss, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> pages.slip(ref, actor));
        return prints.count(actor, of(loss(slip, loss)), path(slip) + "/losses/" + loss + "/prints");
    }

    @GetMapping("/losses/{loss}/prints/{nth}")
    @Allow(everyone = true)
    ResponseEntity<byte[]> printedLoss(@PathVariable String ref, @PathVariable UUID loss, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> pages.slip(ref, actor));
        var lost = loss(slip, loss);
        return prints.draw(request, actor, of(lost), nth, papers.loss(slip, lost), path(slip));
    }

    private ModelAndView blank(String ref, Actor actor, String step, BiFunction<LoanSlip, LocalDate, FormView> view) {
        return tenancy.read(actor.schoolId(), () -> {
            var slip = out(ref, actor, step);
            return page(slip, step, view.apply(slip, LocalDate.now(clock)));
        });
    }

    private Object step(String ref, HttpServletRequest request, Actor actor, String step, Function<LoanSlip, Form> form, BiConsumer<LoanSlip, Typed> work) {
        var slip = tenancy.read(actor.schoolId(), () -> out(ref, actor, step));
        return submissions.post(request, actor, form.apply(slip), path(slip) + "?did=loan-" + step, in -> work.accept(slip, in), view -> page(slip, step, view));
    }

    private LoanSlip out(String ref, Actor actor, String step) {
        if (!"compensation".equals(step)) return out(ref, actor);
        var slip = pages.slip(ref, actor);
        if (slip.losses().stream().allMatch(l -> l.compensation() != null)) throw new NotFound();
        return slip;
    }

    private LoanSlip out(String ref, Actor actor) {
        var slip = pages.slip(ref, actor);
        if (!slip.state().isOut()) throw new NotFound();
        return slip;
    }

    private static LoanSteps.Loss loss(LoanSlip slip, UUID id) {
        return slip.losses().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private ModelAndView page(LoanSlip slip, String step, FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stores.loan-" + step + ".title", slip.no()), path(slip), slip.no(), path(slip) + "/" + step, view,
                messages.say("stores.loan-" + step + ".do")).lead(messages.say("stores.loan-" + step + ".lead", slip.borrower(), slip.dueOn() == null ? "—" : slip.dueOn().toString()))));
    }

    private static String path(LoanSlip slip) {
        return LoanController.PATH + "/" + slip.id();
    }

    private static WorkRef of(LoanSteps.Loss loss) {
        return LoanService.ref(loss.id(), loss.no());
    }
}
