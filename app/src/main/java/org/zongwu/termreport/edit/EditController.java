package org.zongwu.termreport.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
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
import org.zongwu.termreport.text.Draft;
import org.zongwu.termreport.text.Texts;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.NotFound;
import org.zongwu.web.Submissions;

/** Writing the text of a report: in the school's own words, with figures in it and none typed (R-SUM-2). */
@Controller
@RequestMapping("/summary/{theme}/{period}/text")
@Allow(Duty.GA_DIRECTOR)
class EditController {
    private static final Form TEXT = Form.of("termreport.edit").area("text").hidden("state");

    private final SummaryService summaries;
    private final Texts texts;
    private final EditPages pages;
    private final Submissions submissions;
    private final Tenancy tenancy;

    EditController(SummaryService summaries, Texts texts, EditPages pages, Submissions submissions, Tenancy tenancy) {
        this.summaries = summaries;
        this.texts = texts;
        this.pages = pages;
        this.submissions = submissions;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView edit(@PathVariable String theme, @PathVariable String period, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var subject = subject(theme, period);
            var draft = draft(subject);
            return page(actor, subject, draft, FormView.blank(TEXT).with("text", draft.body()).with("state", draft.state()));
        });
    }

    @PostMapping
    Object save(@PathVariable String theme, @PathVariable String period, HttpServletRequest request, Actor actor) {
        var subject = tenancy.read(actor.schoolId(), () -> subject(theme, period));
        return submissions.post(request, actor, TEXT, EditPages.path(subject) + "?did=summary-text-saved",
                typed -> texts.save(actor, subject, summaries.start(subject), typed.text("text"), Integer.parseInt(typed.text("state"))), form -> page(actor, subject, draft(subject), form));
    }

    /** What the text would say, while it is being typed; nothing is kept. */
    @PostMapping("/trial")
    ModelAndView trial(@PathVariable String theme, @PathVariable String period, @RequestParam String text, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("termreport/edit/trial", Map.of("trial", pages.trial(actor.schoolId(), subject(theme, period), text))));
    }

    private ModelAndView page(Actor actor, Subject subject, Draft draft, FormView form) {
        return new ModelAndView("termreport/edit/show", Map.of("page", pages.page(actor.schoolId(), subject, draft, form)));
    }

    private Draft draft(Subject subject) {
        return texts.find(subject).orElseGet(() -> new Draft(summaries.start(subject), 0, "", Instant.EPOCH));
    }

    private Subject subject(String theme, String period) {
        var of = Theme.of(theme).filter(Theme.OF_THE_OFFICE::contains).orElseThrow(NotFound::new);
        return new Subject(of, summaries.period(Optional.of(period)).orElseThrow(NotFound::new), null);
    }
}
