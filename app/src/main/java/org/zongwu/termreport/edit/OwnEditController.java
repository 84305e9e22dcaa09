package org.zongwu.termreport.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;

/** The text of one's own summary; no address names whose, so that nobody writes another's (R-PS-1). */
@Controller
@RequestMapping("/my/summary/{period}/text")
@Allow(everyone = true)
class OwnEditController {
    private final Editing editing;
    private final SummaryService summaries;
    private final Tenancy tenancy;

    OwnEditController(Editing editing, SummaryService summaries, Tenancy tenancy) {
        this.editing = editing;
        this.summaries = summaries;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView edit(@PathVariable String period, Actor actor) {
        return editing.edit(subject(period, actor), actor);
    }

    @PostMapping
    Object save(@PathVariable String period, HttpServletRequest request, Actor actor) {
        return editing.save(subject(period, actor), request, actor);
    }

    @PostMapping("/trial")
    ModelAndView trial(@PathVariable String period, @RequestParam String text, Actor actor) {
        return editing.trial(subject(period, actor), text, actor);
    }

    private Subject subject(String period, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> Subject.own(summaries.period(Optional.of(period)).orElseThrow(NotFound::new), actor));
    }
}
