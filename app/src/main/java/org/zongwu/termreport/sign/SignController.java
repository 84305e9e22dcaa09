package org.zongwu.termreport.sign;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.summary.Summary;
import org.zongwu.termreport.summary.SummaryPages;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** Sending a version for its stamps, and publishing it. */
@Controller
@RequestMapping("/summary/{theme}/{period}/{version}")
class SignController {
    private final SummaryService summaries;
    private final SummaryPages pages;
    private final PublicationService publications;
    private final Submissions submissions;
    private final Tenancy tenancy;

    SignController(SummaryService summaries, SummaryPages pages, PublicationService publications, Submissions submissions, Tenancy tenancy) {
        this.summaries = summaries;
        this.pages = pages;
        this.publications = publications;
        this.submissions = submissions;
        this.tenancy = tenancy;
    }

    @PostMapping("/submission")
    @Allow(Duty.GA_DIRECTOR)
    Object submit(@PathVariable String theme, @PathVariable String period, @PathVariable int version, HttpServletRequest request, Actor actor) {
        return act(theme, period, version, request, actor, "summary-submitted",
                (who, summary) -> publications.submit(who, summary, summaries.latest(summary.head().subject()).filter(s -> s.head().id().equals(summary.head().id())).isPresent()));
    }

    @PostMapping("/publication")
    @Allow({Duty.GA_DIRECTOR, Duty.PRINCIPAL})
    Object publish(@PathVariable String theme, @PathVariable String period, @PathVariable int version, HttpServletRequest request, Actor actor) {
        return act(theme, period, version, request, actor, "summary-published", publications::publish);
    }

    private Object act(String theme, String period, int version, HttpServletRequest request, Actor actor, String did, BiConsumer<Actor, Summary> act) {
        var summary = tenancy.read(actor.schoolId(), () -> {
            var about = Theme.of(theme).filter(Theme.OF_THE_OFFICE::contains).orElseThrow(NotFound::new);
            return summaries.version(new Subject(about, summaries.period(Optional.of(period)).orElseThrow(NotFound::new), null), version).orElseThrow(NotFound::new);
        });
        var subject = summary.head().subject();
        return submissions.post(request, actor, Form.BUTTON, summary.head().path() + "&did=" + did, typed -> act.accept(actor, summary),
                form -> new ModelAndView("termreport/summary/show", java.util.Map.of("page", pages.page(actor, subject.theme(), Optional.of(subject.period()), Optional.of(version), form))));
    }
}
