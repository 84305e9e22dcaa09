package org.zongwu.termreport.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.termreport.text.Draft;
import org.zongwu.termreport.text.Texts;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Submissions;

/** Writing the text of a report, whoever may: in one's own words, with figures in it and none typed (R-SUM-2). */
@Component
class Editing {
    private static final Form TEXT = Form.of("termreport.edit").area("text").hidden("state");

    private final SummaryService summaries;
    private final Texts texts;
    private final EditPages pages;
    private final Submissions submissions;
    private final Tenancy tenancy;

    Editing(SummaryService summaries, Texts texts, EditPages pages, Submissions submissions, Tenancy tenancy) {
        this.summaries = summaries;
        this.texts = texts;
        this.pages = pages;
        this.submissions = submissions;
        this.tenancy = tenancy;
    }

    ModelAndView edit(Subject subject, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var draft = draft(subject);
            return page(actor, subject, draft, FormView.blank(TEXT).with("text", draft.body()).with("state", draft.state()));
        });
    }

    Object save(Subject subject, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, TEXT, subject.path() + "/text?did=summary-text-saved",
                typed -> texts.save(actor, subject, summaries.start(subject), typed.text("text"), Integer.parseInt(typed.text("state"))), form -> page(actor, subject, draft(subject), form));
    }

    /** What the text would say, while it is being typed; nothing is kept. */
    ModelAndView trial(Subject subject, String text, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("termreport/edit/trial", Map.of("trial", pages.trial(actor.schoolId(), subject, text))));
    }

    private ModelAndView page(Actor actor, Subject subject, Draft draft, FormView form) {
        return new ModelAndView("termreport/edit/show", Map.of("page", pages.page(actor.schoolId(), subject, draft, form)));
    }

    private Draft draft(Subject subject) {
        return texts.find(subject).orElseGet(() -> new Draft(summaries.start(subject), 0, "", Instant.EPOCH));
    }
}
