package org.zongwu.termreport.summary;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.insert.Inserts;
import org.zongwu.termreport.insert.Material;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Periods;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.termreport.template.ManuscriptWriter;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Template;
import org.zongwu.termreport.template.TemplateParser;
import org.zongwu.termreport.text.ShippedText;
import org.zongwu.termreport.text.Texts;
import org.zongwu.trail.Trail;

/** Writes the versions of a report and says what has changed since. */
@Service
public class SummaryService {
    private final Tenancy tenancy;
    private final Schools schools;
    private final Periods periods;
    private final Figures figures;
    private final Plans plans;
    private final Inserts inserts;
    private final Texts texts;
    private final SummaryRepository summaries;
    private final ReportWords words;
    private final ObjectProvider<Signatures> signatures;
    private final Trail trail;
    private final Clock clock;

    SummaryService(Tenancy tenancy, Schools schools, Periods periods, Figures figures, Plans plans, Inserts inserts, Texts texts, SummaryRepository summaries, ReportWords words,
            ObjectProvider<Signatures> signatures, Trail trail, Clock clock) {
        this.tenancy = tenancy;
        this.schools = schools;
        this.periods = periods;
        this.figures = figures;
        this.plans = plans;
        this.inserts = inserts;
        this.texts = texts;
        this.summaries = summaries;
        this.words = words;
        this.signatures = signatures;
        this.trail = trail;
        this.clock = clock;
    }

    /** The text to write the report from: the one that is being written, else the words of its last version or of an earlier report, else those that came with the product. */
    public String text(Subject subject) {
        return texts.find(subject).map(org.zongwu.termreport.text.Draft::body).orElseGet(() -> start(subject));
    }

    /** The text that stands there before anybody has saved one. */
    public String start(Subject subject) {
        return summaries.lastText(subject).orElseGet(() -> ShippedText.of(subject.theme()));
    }

    /** Figures, plan, tables of the report from one snapshot. Outside of a writing transaction, which would see several. */
    public Draft draft(long schoolId, Subject subject) {
        return tenancy.read(schoolId, () -> draft(schoolId, subject, text(subject), Figures::book));
    }

    /** The same with another text, and without the figures that look at every record there is: for the page on which it is written. */
    public Draft trial(long schoolId, Subject subject, String text) {
        return tenancy.read(schoolId, () -> draft(schoolId, subject, text, Figures::quickBook));
    }

    private interface Reading {
        FigureBook book(Figures figures, long schoolId, Subject subject);
    }

    private Draft draft(long schoolId, Subject subject, String text, Reading reading) {
        var template = TemplateParser.parse(text);
        var book = reading.book(figures, schoolId, subject);
        var bases = bases(subject, template, book);
        var plan = plans.of(subject, template, book);
        var last = lastOne(subject).map(plans::scored).orElse(List.of());
        var made = inserts.of(template, new Material(subject, book, bases, plan, last));
        return new Draft(subject, schoolName(schoolId), text, book, bases, plan, made);
    }

    /**
     * Keeps what the draft says as the next version; it is never changed afterwards (R-SUM-3).
     *
     * @throws RuleBroken {@code R-SUM-2} when a number stands in it that nobody answers for
     */
    public Summary keep(Actor actor, Draft draft) {
        TextCheck.requireAnswered(TemplateParser.parse(draft.text()));
        return tenancy.write(actor.schoolId(), () -> {
            var subject = draft.subject();
            var title = String.join("", manuscript(draft).title());
            var head = new Summary.Head(Ids.next(), subject, summaries.nextVersion(subject), title, draft.school(), actor.employeeId(), actor.name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            var summary = new Summary(head, draft.text(), draft.book(), draft.bases(), draft.plan(), draft.inserts());
            var older = summaries.versions(subject).stream().findFirst();
            if (!summaries.add(summary)) throw new RuleBroken("R-SUM-3", "rule.termreport.written-meanwhile", head.version());
            trail.write(actor, "summary-written", head.ref(), null, summaries.images(head.id()));
            older.ifPresent(o -> signatures.getObject().superseded(actor, o.id()));
            return summary;
        });
    }

    /** Reads and keeps. Opens a transaction for each, so call it outside of one. */
    Summary write(Actor actor, String periodCode) {
        var period = tenancy.read(actor.schoolId(), () -> periods.find(periodCode)).orElseThrow(() -> new RuleBroken("R-SUM-1", "rule.termreport.no-term", periodCode));
        return keep(actor, draft(actor.schoolId(), Subject.office(period)));
    }

    /** The version with that id. */
    public Optional<Summary> find(UUID id) {
        return summaries.subject(id).flatMap(s -> periods.find(s.period()).map(period -> new Subject(s.theme(), period, s.person())).flatMap(subject -> summaries.version(subject, s.version())));
    }

    public Optional<Summary> latest(Subject subject) {
        return summaries.latest(subject);
    }

    public Optional<Summary> version(Subject subject, int version) {
        return summaries.version(subject, version);
    }

    /** The office's versions, newest first, of all themes and periods or of one: {@code limit} of them after the first {@code from}. */
    public List<Summary> newest(Optional<Theme> theme, Optional<String> period, int from, int limit) {
        return summaries.newest(theme, period, place -> periods.find(place.period()).map(p -> new Subject(place.theme(), p, null)), from, limit);
    }

    List<Summary.Head> versions(Subject subject) {
        return summaries.versions(subject);
    }

    List<SummaryRepository.Mention> mentions(Subject subject, String figureId) {
        return summaries.mentions(subject, figureId);
    }

    /** What has changed since the version was written (R-SUM-3). The controls are not run again for it. */
    public List<Change> changes(Summary summary) {
        return Change.between(summary.book().without(Figures::isProof), figures.quickBook(tenancy.current(), summary.head().subject()));
    }

    public Manuscript manuscript(Summary summary) {
        var head = summary.head();
        return manuscript(TemplateParser.parse(summary.text()), head.subject(), head.school(), head.author(), summary.book(), summary.bases(), summary.inserts());
    }

    public Manuscript manuscript(Draft draft) {
        return manuscript(TemplateParser.parse(draft.text()), draft.subject(), draft.school(), words.person(draft.subject()), draft.book(), draft.bases(), draft.inserts());
    }

    private Manuscript manuscript(Template template, Subject subject, String school, String person, FigureBook book, Map<Part.Style, FigureBook> bases, Map<Integer, Manuscript.Inserted> made) {
        Function<Template.Insert, Optional<Manuscript.Inserted>> inserted = insert -> Optional.ofNullable(made.get(insert.line()));
        return ManuscriptWriter.write(template, book, bases, words.names(school, subject.period(), book.span(), person), inserted);
    }

    /** What the text compares with, as far as it is recorded (R-SUM-5). */
    private Map<Part.Style, FigureBook> bases(Subject subject, Template template, FigureBook book) {
        var bases = new EnumMap<Part.Style, FigureBook>(Part.Style.class);
        for (var style : List.of(Part.Style.YEAR, Part.Style.LAST)) {
            var ids = template.compared(style);
            if (ids.isEmpty()) continue;
            periods.find(style == Part.Style.YEAR ? subject.period().yearBefore() : subject.period().last())
                    .ifPresent(base -> bases.put(style, new FigureBook(base.span(), book.computedAt(), figures.some(subject.of(base), ids).stream().filter(f -> ids.contains(f.definition().id())).toList())));
        }
        return bases;
    }

    /** The newest version of the report of the period before, whose plan this one scores (R-PLAN-3). */
    private Optional<Summary> lastOne(Subject subject) {
        return periods.find(subject.period().last()).flatMap(period -> summaries.latest(subject.of(period)));
    }

    /** The period of that code; without a code the present term. */
    public Optional<Period> period(Optional<String> code) {
        return code.isPresent() ? periods.find(code.get()) : periods.present();
    }

    private String schoolName(long schoolId) {
        return schools.find(schoolId).orElseThrow().name();
    }
}
