package org.zongwu.stores.counter;

import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.SignedPaper;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Printer;
import org.zongwu.web.Submissions;

/** 签收台: what the keeper shows at the counter, and what the receiver opens from its code on his own phone. */
@Controller
@RequestMapping(CounterController.PATH)
class CounterController {
    static final String PATH = "/stores/counter";
    static final String OWN = PATH + "/mine";
    private static final Form PAPER = Form.of("stores.counter-paper").file("paper");

    private final CounterService service;
    private final SignedPaper papers;
    private final Submissions submissions;
    private final Printer printer;
    private final Tenancy tenancy;

    CounterController(CounterService service, SignedPaper papers, Submissions submissions, Printer printer, Tenancy tenancy) {
        this.service = service;
        this.papers = papers;
        this.submissions = submissions;
        this.printer = printer;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Allow(STOREKEEPER)
    ModelAndView counter(@RequestParam @Nullable UUID handout, HttpServletRequest request, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> counter(handout, FormView.blank(PAPER), request, actor));
    }

    /** The ticked slips are signed on the paper that comes with them. */
    @PostMapping("/paper")
    @Allow(STOREKEEPER)
    Object paper(@RequestParam @Nullable UUID handout, @RequestParam(name = "slip", defaultValue = "") List<String> slips, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, PAPER, back(handout) + "did=signed", in -> service.signOnPaper(actor, chosen(slips),
                id -> papers.keep(actor, request, "paper", new WorkRef(IssueService.TYPE, id, ""))), view -> counter(handout, view, request, actor));
    }

    /** What is signed goes out, all of it. */
    @PostMapping("/posting")
    @Allow(STOREKEEPER)
    Object post(@RequestParam @Nullable UUID handout, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, Form.BUTTON, back(handout) + "did=posted",
                in -> service.post(actor, service.atCounter(actor, handout).stream().filter(Waiting::signed).map(Waiting::id).toList()), view -> counter(handout, view, request, actor));
    }

    @GetMapping("/mine")
    @Allow(everyone = true)
    ModelAndView mine(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> own(FormView.blank(Form.BUTTON), actor));
    }

    /** Signs what was ticked, as it was on the screen. */
    @PostMapping("/mine")
    @Allow(everyone = true)
    Object sign(@RequestParam(name = "slip", defaultValue = "") List<String> slips, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, Form.BUTTON, OWN + "?did=signed", in -> service.sign(actor, chosen(slips)), view -> own(view, actor));
    }

    private static String back(@Nullable UUID handout) {
        return PATH + (handout == null ? "?" : "?handout=" + handout + "&");
    }

    /** By id, with the version that was shown. */
    private static Map<UUID, Integer> chosen(List<String> keys) {
        var all = new LinkedHashMap<UUID, Integer>();
        for (var key : keys) {
            if (!key.matches("[0-9a-f-]{36}:\\d{1,9}")) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            all.put(UUID.fromString(key.substring(0, 36)), Integer.parseInt(key.substring(37)));
        }
        if (all.isEmpty()) throw RuleBroken.at("main", "R-ISS-7", "rule.stores.counter.nothing-chosen");
        return all;
    }

    private ModelAndView counter(@Nullable UUID handout, FormView view, HttpServletRequest request, Actor actor) {
        var url = request.getScheme() + "://" + request.getHeader("Host") + OWN;
        var model = new HashMap<String, Object>(Map.of("slips", service.atCounter(actor, handout), "form", view, "qr", printer.qr(url), "url", url));
        model.put("handout", handout);
        return new ModelAndView("stores/counter/counter", model);
    }

    private ModelAndView own(FormView view, Actor actor) {
        return new ModelAndView("stores/counter/mine", Map.of("slips", service.of(actor), "form", view));
    }
}
