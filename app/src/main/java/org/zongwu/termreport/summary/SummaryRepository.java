package org.zongwu.termreport.summary;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static zongwu.db.termreport.Tables.SUMMARY;
import static zongwu.db.termreport.Tables.SUMMARY_BASE;
import static zongwu.db.termreport.Tables.SUMMARY_FIGURE;
import static zongwu.db.termreport.Tables.SUMMARY_INSERT;
import static zongwu.db.termreport.Tables.SUMMARY_TASK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.Manuscript.Chart;
import org.zongwu.termreport.template.Manuscript.Inserted;
import org.zongwu.termreport.template.Manuscript.Table;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Task;
import org.zongwu.trail.Images;
import tools.jackson.databind.json.JsonMapper;
import zongwu.db.termreport.tables.records.SummaryBaseRecord;
import zongwu.db.termreport.tables.records.SummaryRecord;

/** Versions of the report. A version is added, never changed. */
@Repository
class SummaryRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_SAYING = 50;

    private final DSLContext db;
    private final Tenancy tenancy;

    SummaryRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    int nextVersion(Subject subject) {
        return db.select(coalesce(max(SUMMARY.VERSION), 0)).from(SUMMARY).where(of(subject)).fetchSingle().value1() + 1;
    }

    /** False when somebody else has written a version of this number meanwhile. */
    boolean add(Summary summary) {
        var head = summary.head();
        var subject = head.subject();
        var added = db.insertInto(SUMMARY)
                .set(SUMMARY.SCHOOL_ID, tenancy.current()).set(SUMMARY.ID, head.id()).set(SUMMARY.THEME, subject.theme().name()).set(SUMMARY.PERIOD, subject.period().code())
                .set(SUMMARY.PERSON_ID, subject.person()).set(SUMMARY.VERSION, head.version()).set(SUMMARY.TITLE, head.title()).set(SUMMARY.SCHOOL_NAME, head.school())
                .set(SUMMARY.PERIOD_FROM, summary.book().span().from()).set(SUMMARY.PERIOD_TO, summary.book().span().to())
                .set(SUMMARY.TEMPLATE, summary.text()).set(SUMMARY.COMPUTED_AT, summary.book().computedAt())
                .set(SUMMARY.WRITTEN_BY, head.writtenBy()).set(SUMMARY.WRITTEN_BY_NAME, head.author())
                .set(SUMMARY.WRITTEN_AT, head.writtenAt())
                .onConflictDoNothing().execute() == 1;
        if (!added) return false;
        addFigures(head.id(), summary.book().figures());
        summary.bases().forEach((base, book) -> addBase(head.id(), base, book));
        addTasks(head.id(), summary.plan());
        addInserts(head.id(), summary.inserts());
        return true;
    }

    Images images(UUID id) {
        var school = tenancy.current();
        return Images.of(SUMMARY, SUMMARY.SCHOOL_ID.eq(school).and(SUMMARY.ID.eq(id)))
                .and(SUMMARY_FIGURE, SUMMARY_FIGURE.SCHOOL_ID.eq(school).and(SUMMARY_FIGURE.SUMMARY_ID.eq(id)))
                .and(SUMMARY_BASE, SUMMARY_BASE.SCHOOL_ID.eq(school).and(SUMMARY_BASE.SUMMARY_ID.eq(id)))
                .and(SUMMARY_TASK, SUMMARY_TASK.SCHOOL_ID.eq(school).and(SUMMARY_TASK.SUMMARY_ID.eq(id)))
                .and(SUMMARY_INSERT, SUMMARY_INSERT.SCHOOL_ID.eq(school).and(SUMMARY_INSERT.SUMMARY_ID.eq(id)));
    }

    /** Newest first. */
    List<Summary.Head> versions(Subject subject) {
        return db.selectFrom(SUMMARY).where(of(subject)).orderBy(SUMMARY.VERSION.desc()).fetch(r -> head(r, subject));
    }

    Optional<Summary> latest(Subject subject) {
        return whole(db.selectFrom(SUMMARY).where(of(subject)).orderBy(SUMMARY.VERSION.desc()).limit(1).fetch(), r -> subject).stream().findFirst();
    }

    Optional<Summary> version(Subject subject, int version) {
        return whole(db.selectFrom(SUMMARY).where(of(subject), SUMMARY.VERSION.eq(version)).fetch(), r -> subject).stream().findFirst();
    }

    /** The office's versions, newest first, of all themes and periods or of one. */
    List<Summary> newest(Optional<Theme> theme, Optional<String> period, Function<Place, Optional<Subject>> subjects, int from, int limit) {
        var wanted = SUMMARY.SCHOOL_ID.eq(tenancy.current()).and(SUMMARY.PERSON_ID.isNull());
        if (theme.isPresent()) wanted = wanted.and(SUMMARY.THEME.eq(theme.get().name()));
        if (period.isPresent()) wanted = wanted.and(SUMMARY.PERIOD.eq(period.get()));
        var rows = db.selectFrom(SUMMARY).where(wanted).orderBy(SUMMARY.WRITTEN_AT.desc(), SUMMARY.ID.desc()).offset(from).limit(limit).fetch();
        var known = new HashMap<UUID, Subject>();
        for (var r : rows) subjects.apply(place(r)).ifPresent(s -> known.put(r.getId(), s));
        return whole(rows.stream().filter(r -> known.containsKey(r.getId())).toList(), r -> known.get(r.get(SUMMARY.ID)));
    }

    /** Which report, and which of its versions. */
    record Place(Theme theme, String period, @Nullable UUID person, int version) {}

    Optional<Place> subject(UUID id) {
        return db.selectFrom(SUMMARY).where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.ID.eq(id))
                .fetchOptional(SummaryRepository::place);
    }

    private static Place place(SummaryRecord r) {
        return new Place(Theme.valueOf(r.getTheme()), r.getPeriod(), r.getPersonId(), r.getVersion());
    }

    /** The words of the newest version of this theme, of whatever period: a school writes on in its own words. */
    Optional<String> lastText(Subject subject) {
        return db.select(SUMMARY.TEMPLATE).from(SUMMARY).where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.THEME.eq(subject.theme().name()), person(subject))
                .orderBy(SUMMARY.WRITTEN_AT.desc()).limit(1).fetchOptional(SUMMARY.TEMPLATE);
    }

    /** What each version of the report says about one figure, newest first. */
    List<Mention> mentions(Subject subject, String figureId) {
        return db.select(SUMMARY.fields()).select(SUMMARY_FIGURE.fields()).from(SUMMARY_FIGURE)
                .join(SUMMARY).on(SUMMARY.SCHOOL_ID.eq(SUMMARY_FIGURE.SCHOOL_ID), SUMMARY.ID.eq(SUMMARY_FIGURE.SUMMARY_ID))
                .where(SUMMARY_FIGURE.SCHOOL_ID.eq(tenancy.current()), of(subject), SUMMARY_FIGURE.FIGURE.eq(figureId))
                .orderBy(SUMMARY.VERSION.desc()).fetch(r -> new Mention(head(r, subject), figure(r)));
    }

    record Mention(Summary.Head head, Figure figure) {}

    /** The newest versions of the office's reports that say this word somewhere, newest first. */
    List<Said> saying(String word) {
        return db.selectFrom(SUMMARY).where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.PERSON_ID.isNull(), SUMMARY.TEMPLATE.contains(word))
                .orderBy(SUMMARY.WRITTEN_AT.desc(), SUMMARY.ID.desc()).limit(MOST_SAYING)
                .fetch(r -> new Said(Theme.valueOf(r.getTheme()), r.getPeriod(), r.getVersion(), r.getTemplate(), r.getWrittenByName(), r.getWrittenAt()));
    }

    record Said(Theme theme, String period, int version, String text, String author, Instant writtenAt) {}

    private void addFigures(UUID summaryId, List<Figure> figures) {
        var insert = db.insertInto(SUMMARY_FIGURE, SUMMARY_FIGURE.SCHOOL_ID, SUMMARY_FIGURE.ID, SUMMARY_FIGURE.SUMMARY_ID, SUMMARY_FIGURE.POS,
                SUMMARY_FIGURE.FIGURE, SUMMARY_FIGURE.DEFINITION_VERSION, SUMMARY_FIGURE.VALUE, SUMMARY_FIGURE.UNIT, SUMMARY_FIGURE.GRADE,
                SUMMARY_FIGURE.EVIDENCE_COUNT, SUMMARY_FIGURE.LINK, SUMMARY_FIGURE.PERIOD_FROM, SUMMARY_FIGURE.PERIOD_TO);
        var pos = 0;
        for (var f : figures) {
            insert = insert.values(tenancy.current(), Ids.next(), summaryId, ++pos, f.definition().id(), f.definition().version(), f.value(),
                    f.definition().unit().name(), f.grade().name(), f.evidenceCount(), f.link(), f.span().from(), f.span().to());
        }
        if (pos > 0) insert.execute();
    }

    private void addBase(UUID summaryId, Part.Style base, FigureBook book) {
        var insert = db.insertInto(SUMMARY_BASE, SUMMARY_BASE.SCHOOL_ID, SUMMARY_BASE.ID, SUMMARY_BASE.SUMMARY_ID, SUMMARY_BASE.POS, SUMMARY_BASE.BASE,
                SUMMARY_BASE.FIGURE, SUMMARY_BASE.DEFINITION_VERSION, SUMMARY_BASE.VALUE, SUMMARY_BASE.UNIT, SUMMARY_BASE.GRADE, SUMMARY_BASE.EVIDENCE_COUNT, SUMMARY_BASE.LINK,
                SUMMARY_BASE.PERIOD_FROM, SUMMARY_BASE.PERIOD_TO);
        var pos = 0;
        for (var f : book.figures()) {
            insert = insert.values(tenancy.current(), Ids.next(), summaryId, ++pos, base.name(), f.definition().id(), f.definition().version(), f.value(),
                    f.definition().unit().name(), f.grade().name(), f.evidenceCount(), f.link(), f.span().from(), f.span().to());
        }
        if (pos > 0) insert.execute();
    }

    private void addTasks(UUID summaryId, List<Task> tasks) {
        var insert = db.insertInto(SUMMARY_TASK, SUMMARY_TASK.SCHOOL_ID, SUMMARY_TASK.ID, SUMMARY_TASK.SUMMARY_ID, SUMMARY_TASK.POS, SUMMARY_TASK.SOURCE, SUMMARY_TASK.TASK,
                SUMMARY_TASK.EVIDENCE_COUNT, SUMMARY_TASK.OWNER, SUMMARY_TASK.DUE, SUMMARY_TASK.DUE_ON, SUMMARY_TASK.TARGET, SUMMARY_TASK.BUDGET, SUMMARY_TASK.BY_HAND, SUMMARY_TASK.LINK);
        var pos = 0;
        for (var t : tasks) {
            insert = insert.values(tenancy.current(), Ids.next(), summaryId, ++pos, t.source(), t.text(), t.count(), t.owner(), t.due(), t.dueOn(), t.target(),
                    t.budget() == null ? null : t.budget().fen(), t.byHand(), t.link());
        }
        if (pos > 0) insert.execute();
    }

    private void addInserts(UUID summaryId, Map<Integer, Inserted> inserts) {
        var insert = db.insertInto(SUMMARY_INSERT, SUMMARY_INSERT.SCHOOL_ID, SUMMARY_INSERT.ID, SUMMARY_INSERT.SUMMARY_ID, SUMMARY_INSERT.LINE, SUMMARY_INSERT.CONTENT);
        for (var made : inserts.entrySet()) insert = insert.values(tenancy.current(), Ids.next(), summaryId, made.getKey(), JSONB.valueOf(JSON.writeValueAsString(Kept.of(made.getValue()))));
        if (!inserts.isEmpty()) insert.execute();
    }

    /** A table or a chart as it is kept: one of the two. */
    private record Kept(@Nullable Table table, @Nullable Chart chart) {
        static Kept of(Inserted inserted) {
            return switch (inserted) {
                case Table table -> new Kept(table, null);
                case Chart chart -> new Kept(null, chart);
            };
        }

        Inserted inserted() {
            return table == null ? Objects.requireNonNull(chart) : table;
        }
    }

    private Condition of(Subject subject) {
        return SUMMARY.SCHOOL_ID.eq(tenancy.current()).and(SUMMARY.THEME.eq(subject.theme().name())).and(SUMMARY.PERIOD.eq(subject.period().code())).and(person(subject));
    }

    private static Condition person(Subject subject) {
        return subject.person() == null ? SUMMARY.PERSON_ID.isNull() : SUMMARY.PERSON_ID.eq(subject.person());
    }

    /** Versions with all that they were written from, in as many statements for many as for one. */
    private List<Summary> whole(List<SummaryRecord> rows, Function<Record, Subject> subject) {
        var ids = rows.stream().map(SummaryRecord::getId).toArray(UUID[]::new);
        if (ids.length == 0) return List.of();
        var school = tenancy.current();
        var figures = db.selectFrom(SUMMARY_FIGURE).where(SUMMARY_FIGURE.SCHOOL_ID.eq(school), SUMMARY_FIGURE.SUMMARY_ID.eq(any(ids))).orderBy(SUMMARY_FIGURE.POS)
                .fetchGroups(SUMMARY_FIGURE.SUMMARY_ID, SummaryRepository::figure);
        var tasks = db.selectFrom(SUMMARY_TASK).where(SUMMARY_TASK.SCHOOL_ID.eq(school), SUMMARY_TASK.SUMMARY_ID.eq(any(ids))).orderBy(SUMMARY_TASK.POS)
                .fetchGroups(SUMMARY_TASK.SUMMARY_ID, t -> new Task(t.get(SUMMARY_TASK.SOURCE), t.get(SUMMARY_TASK.TASK), t.get(SUMMARY_TASK.EVIDENCE_COUNT), t.get(SUMMARY_TASK.OWNER),
                        t.get(SUMMARY_TASK.DUE), t.get(SUMMARY_TASK.DUE_ON), t.get(SUMMARY_TASK.TARGET), t.get(SUMMARY_TASK.BUDGET) == null ? null : new Money(t.get(SUMMARY_TASK.BUDGET)),
                        t.get(SUMMARY_TASK.BY_HAND), t.get(SUMMARY_TASK.LINK)));
        var inserts = new HashMap<UUID, Map<Integer, Inserted>>();
        db.selectFrom(SUMMARY_INSERT).where(SUMMARY_INSERT.SCHOOL_ID.eq(school), SUMMARY_INSERT.SUMMARY_ID.eq(any(ids))).orderBy(SUMMARY_INSERT.LINE)
                .forEach(i -> inserts.computeIfAbsent(i.getSummaryId(), k -> new LinkedHashMap<>()).put(i.getLine(), JSON.readValue(i.getContent().data(), Kept.class).inserted()));
        var bases = db.selectFrom(SUMMARY_BASE).where(SUMMARY_BASE.SCHOOL_ID.eq(school), SUMMARY_BASE.SUMMARY_ID.eq(any(ids))).orderBy(SUMMARY_BASE.POS).fetchGroups(SUMMARY_BASE.SUMMARY_ID);
        return rows.stream().map(r -> {
            var id = r.getId();
            var book = new FigureBook(new Span(r.getPeriodFrom(), r.getPeriodTo()), r.getComputedAt(), figures.getOrDefault(id, List.of()));
            return new Summary(head(r, subject.apply(r)), r.getTemplate(), book, bases(bases.containsKey(id) ? bases.get(id) : List.of(), r.getComputedAt()), tasks.getOrDefault(id, List.of()),
                    inserts.getOrDefault(id, Map.of()));
        }).toList();
    }

    private static Map<Part.Style, FigureBook> bases(List<SummaryBaseRecord> rows, Instant computedAt) {
        var figures = new EnumMap<Part.Style, List<Figure>>(Part.Style.class);
        for (var b : rows) {
            figures.computeIfAbsent(Part.Style.valueOf(b.getBase()), k -> new ArrayList<>()).add(new Figure(new FigureDefinition(b.getFigure(), Unit.valueOf(b.getUnit()), b.getDefinitionVersion()),
                    new Span(b.getPeriodFrom(), b.getPeriodTo()), b.getValue(), Grade.valueOf(b.getGrade()), b.getEvidenceCount(), b.getLink()));
        }
        var bases = new EnumMap<Part.Style, FigureBook>(Part.Style.class);
        figures.forEach((base, own) -> bases.put(base, new FigureBook(own.getFirst().span(), computedAt, own)));
        return bases;
    }

    private static Summary.Head head(Record r, Subject subject) {
        return new Summary.Head(r.get(SUMMARY.ID), subject, r.get(SUMMARY.VERSION), r.get(SUMMARY.TITLE), r.get(SUMMARY.SCHOOL_NAME), r.get(SUMMARY.WRITTEN_BY),
                r.get(SUMMARY.WRITTEN_BY_NAME), r.get(SUMMARY.WRITTEN_AT));
    }

    private static Figure figure(Record r) {
        var definition = new FigureDefinition(r.get(SUMMARY_FIGURE.FIGURE), Unit.valueOf(r.get(SUMMARY_FIGURE.UNIT)),
                r.get(SUMMARY_FIGURE.DEFINITION_VERSION));
        return new Figure(definition, new Span(r.get(SUMMARY_FIGURE.PERIOD_FROM), r.get(SUMMARY_FIGURE.PERIOD_TO)), r.get(SUMMARY_FIGURE.VALUE),
                Grade.valueOf(r.get(SUMMARY_FIGURE.GRADE)), r.get(SUMMARY_FIGURE.EVIDENCE_COUNT), r.get(SUMMARY_FIGURE.LINK));
    }
}
