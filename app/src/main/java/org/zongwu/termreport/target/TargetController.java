package org.zongwu.termreport.target;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** Saying what a figure should reach. */
@Controller
@RequestMapping("/figures/{id}/target")
@Allow({Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS})
class TargetController {
    private static final Form TARGET = Form.of("termreport.target").price("at_least").optional().price("at_most").optional();

    private final Targets targets;
    private final Figures figures;
    private final FigureWords words;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    TargetController(Targets targets, Figures figures, FigureWords words, Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.targets = targets;
        this.figures = figures;
        this.words = words;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView edit(@PathVariable String id, Actor actor) {
        requireFigure(id);
        return tenancy.read(actor.schoolId(), () -> {
            var now = targets.on(LocalDate.now(clock)).get(id);
            return page(id, FormView.blank(TARGET).with("at_least", now == null || now.atLeast() == null ? "" : now.atLeast().stripTrailingZeros().toPlainString())
                    .with("at_most", now == null || now.atMost() == null ? "" : now.atMost().stripTrailingZeros().toPlainString()));
        });
    }

    @PostMapping
    Object set(@PathVariable String id, HttpServletRequest request, Actor actor) {
        requireFigure(id);
        return submissions.post(request, actor, TARGET, "/figures/" + id + "?did=target-set", typed -> targets.set(actor, id, typed.price("at_least"), typed.price("at_most")), form -> page(id, form));
    }

    private void requireFigure(String id) {
        if (figures.definitions().stream().noneMatch(d -> d.id().equals(id))) throw new NotFound();
    }

    private ModelAndView page(String id, FormView form) {
        var name = words.name(id, Messages.locale());
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("termreport.target.title", name), "/figures/" + id, name, "/figures/" + id + "/target", form,
                messages.say("termreport.target.set")).lead(messages.say("termreport.target.lead"))));
    }
}
