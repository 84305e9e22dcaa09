package org.zongwu.termreport.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.termreport.template.ManuscriptWriter;
import org.zongwu.termreport.template.Task;
import org.zongwu.termreport.template.TemplateParser;
import org.zongwu.trail.Trail;

/** Writes the versions of a term's report and says what has changed since. */
@Service
class SummaryService {
    private final Tenancy tenancy;
    private final Schools schools;
    private final Terms terms;
    private final Duties duties;
    private final Figures figures;
    private final List<PlanSource> plans;
    private final SummaryRepository summaries;
    private final ReportWords words;
    private final Trail trail;
    private final Clock clock;
    private final ReportTemplate template = ReportTemplate.shipped();

    SummaryService(Tenancy tenancy, Schools schools, Terms terms, Duties duties, Figures figures, List<PlanSource> plans,
            SummaryRepository summaries, ReportWords words, Trail trail, Clock clock) {
        this.tenancy = tenancy;
        this.schools = schools;
        this.terms = terms;
        this.duties = duties;
        this.figures = figures;
        this.plans = List.copyOf(plans);
        this.summaries = summaries;
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    /** Figures and plan of the term from one snapshot. Outside of a writing transaction, which would see several. */
    Draft draft(long schoolId, Term term) {
        return tenancy.read(schoolId, () -> {
            var book = figures.book(schoolId, term.span());
            return new Draft(term, schoolName(schoolId), book, plan(term, book));
        });
    }

    /** Keeps what the draft says as the next version; it is never changed afterwards (R-SUM-3). */
    Summary keep(Actor actor, Draft draft) {
        return tenancy.write(actor.schoolId(), () -> {
            var term = draft.term();
            var title = String.join("", manuscript(draft).title());
            var head = new Summary.Head(Ids.next(), term.id(), term.code(), summaries.nextVersion(term), title, draft.school(), actor.employeeId(),
                    actor.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            var summary = new Summary(head, template.text(), draft.book(), draft.plan());
            if (!summaries.add(summary)) throw new RuleBroken("R-SUM-3", "rule.termreport.written-meanwhile", head.version());
            trail.write(actor, "summary-written", head.ref(), null, summaries.images(head.id()));
            return summary;
        });
    }

    /** Reads and keeps. Opens a transaction for each, so call it outside of one. */
    Summary write(Actor actor, String termCode) {
        var term = tenancy.read(actor.schoolId(), () -> terms.byCode(termCode))
                .orElseThrow(() -> new RuleBroken("R-SUM-1", "rule.termreport.no-term", termCode));
        return keep(actor, draft(actor.schoolId(), term));
    }

    Optional<Summary> latest(Term term) {
        return summaries.latest(term);
    }

    Optional<Summary> version(Term term, int version) {
        return summaries.version(term, version);
    }

    List<Summary.Head> versions(Term term) {
        return summaries.versions(term);
    }

    List<SummaryRepository.Mention> mentions(Term term, String figureId) {
        return summaries.mentions(term, figureId);
    }

    /** What has changed since the version was written (R-SUM-3). The controls are not run again for it. */
    List<Change> changes(Summary summary, Term term) {
        var schoolId = tenancy.current();
        return Change.between(summary.book().without(Figures::isProof), figures.quickBook(schoolId, term.span()));
    }

    Manuscript manuscript(Summary summary) {
        return ManuscriptWriter.write(TemplateParser.parse(summary.template()), summary.book(),
                words.names(summary.head().school(), summary.head().termCode(), summary.book().span()), !summary.plan().isEmpty());
    }

    Manuscript manuscript(Draft draft) {
        return ManuscriptWriter.write(template.template(), draft.book(), words.names(draft.school(), draft.term().code(), draft.book().span()),
                !draft.plan().isEmpty());
    }

    /** The term of that code; without a code the one of today, or else the last that has begun. */
    Optional<Term> term(long schoolId, Optional<String> code) {
        return tenancy.read(schoolId, () -> {
            if (code.isPresent()) return terms.byCode(code.get());
            var today = LocalDate.now(clock);
            return terms.on(today).or(() -> terms.all().stream().filter(t -> !t.startsOn().isAfter(today)).findFirst());
        });
    }

    private String schoolName(long schoolId) {
        return schools.find(schoolId).orElseThrow().name();
    }

    /** What is left by the figures of the template, then what the modules say of themselves. */
    private List<Task> plan(Term term, FigureBook book) {
        var due = words.due(term, terms.all());
        // what has no owner of its own is the director's (R-PLAN-2)
        var director = duties.holders(Duty.GA_DIRECTOR, LocalDate.now(clock)).stream().findFirst().map(Employee::name).orElse(null);
        var tasks = new ArrayList<Task>();
        for (var leftover : template.template().leftovers()) {
            book.find(leftover.figureId()).filter(left -> left.value() != null && left.value().signum() > 0)
                    .ifPresent(left -> tasks.add(new Task(leftover.words(), left.value().longValue(), director, due, left.link())));
        }
        for (var source : plans) {
            for (var item : source.planItems(term.span())) {
                tasks.add(new Task(words.task(item), item.count(), item.owner() == null ? director : item.owner(), due, item.link()));
            }
        }
        return List.copyOf(tasks);
    }
}
