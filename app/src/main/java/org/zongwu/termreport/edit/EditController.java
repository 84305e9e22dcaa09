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
import org.zongwu.kernel.Duty;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;

/** The texts of the office's reports. */
@Controller
@RequestMapping("/summary/{theme}/{period}/text")
@Allow(Duty.GA_DIRECTOR)
class EditController {
    private final Editing editing;
    private final SummaryService summaries;
    private final Tenancy tenancy;

    EditController(Editing editing, SummaryService summaries, Tenancy tenancy) {
        this.editing = editing;
        this.summaries = summaries;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView edit(@PathVariable String theme, @PathVariable String period, Actor actor) {
        return editing.edit(subject(theme, period, actor), actor);
    }

    @PostMapping
    Object save(@PathVariable String theme, @PathVariable String period, HttpServletRequest request, Actor actor) {
        return editing.save(subject(theme, period, actor), request, actor);
    }

    @PostMapping("/trial")
    ModelAndView trial(@PathVariable String theme, @PathVariable String period, @RequestParam String text, Actor actor) {
        return editing.trial(subject(theme, period, actor), text, actor);
    }

    private Subject subject(String theme, String period, Actor actor) {
        var of = Theme.of(theme).filter(Theme.OF_THE_OFFICE::contains).orElseThrow(NotFound::new);
        return tenancy.read(actor.schoolId(), () -> new Subject(of, summaries.period(Optional.of(period)).orElseThrow(NotFound::new), null));
    }
}
