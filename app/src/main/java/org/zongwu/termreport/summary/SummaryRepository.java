package org.zongwu.termreport.summary;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static zongwu.db.termreport.Tables.SUMMARY;
import static zongwu.db.termreport.Tables.SUMMARY_FIGURE;
import static zongwu.db.termreport.Tables.SUMMARY_TASK;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.Term;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.Task;
import org.zongwu.trail.Images;

/** Versions of the report. A version is added, never changed. */
@Repository
class SummaryRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    SummaryRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    int nextVersion(Term term) {
        return db.select(coalesce(max(SUMMARY.VERSION), 0)).from(SUMMARY)
                .where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.TERM_ID.eq(term.id())).fetchSingle().value1() + 1;
    }

    /** False when somebody else has written a version of this number meanwhile. */
    boolean add(Summary summary) {
        var head = summary.head();
        var added = db.insertInto(SUMMARY)
                .set(SUMMARY.SCHOOL_ID, tenancy.current()).set(SUMMARY.ID, head.id()).set(SUMMARY.TERM_ID, head.termId())
                .set(SUMMARY.VERSION, head.version()).set(SUMMARY.TITLE, head.title()).set(SUMMARY.SCHOOL_NAME, head.school())
                .set(SUMMARY.PERIOD_FROM, summary.book().span().from()).set(SUMMARY.PERIOD_TO, summary.book().span().to())
                .set(SUMMARY.TEMPLATE, summary.template()).set(SUMMARY.COMPUTED_AT, summary.book().computedAt())
                .set(SUMMARY.WRITTEN_BY, head.writtenBy()).set(SUMMARY.WRITTEN_BY_NAME, head.author())
                .set(SUMMARY.WRITTEN_AT, head.writtenAt())
                .onConflict(SUMMARY.SCHOOL_ID, SUMMARY.TERM_ID, SUMMARY.VERSION).doNothing().execute() == 1;
        if (!added) return false;
        addFigures(head.id(), summary.book().figures());
        addTasks(head.id(), summary.plan());
        return true;
    }

    Images images(UUID id) {
        var school = tenancy.current();
        return Images.of(SUMMARY, SUMMARY.SCHOOL_ID.eq(school).and(SUMMARY.ID.eq(id)))
                .and(SUMMARY_FIGURE, SUMMARY_FIGURE.SCHOOL_ID.eq(school).and(SUMMARY_FIGURE.SUMMARY_ID.eq(id)))
                .and(SUMMARY_TASK, SUMMARY_TASK.SCHOOL_ID.eq(school).and(SUMMARY_TASK.SUMMARY_ID.eq(id)));
    }

    /** Newest first. */
    List<Summary.Head> versions(Term term) {
        return db.selectFrom(SUMMARY).where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.TERM_ID.eq(term.id()))
                .orderBy(SUMMARY.VERSION.desc()).fetch(r -> head(r, term));
    }

    Optional<Summary> latest(Term term) {
        return db.selectFrom(SUMMARY).where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.TERM_ID.eq(term.id()))
                .orderBy(SUMMARY.VERSION.desc()).limit(1).fetchOptional(r -> summary(r, term));
    }

    Optional<Summary> version(Term term, int version) {
        return db.selectFrom(SUMMARY)
                .where(SUMMARY.SCHOOL_ID.eq(tenancy.current()), SUMMARY.TERM_ID.eq(term.id()), SUMMARY.VERSION.eq(version))
                .fetchOptional(r -> summary(r, term));
    }

    /** What each version of the term's report says about one figure, newest first. */
    List<Mention> mentions(Term term, String figureId) {
        return db.select(SUMMARY.fields()).select(SUMMARY_FIGURE.fields()).from(SUMMARY_FIGURE)
                .join(SUMMARY).on(SUMMARY.SCHOOL_ID.eq(SUMMARY_FIGURE.SCHOOL_ID), SUMMARY.ID.eq(SUMMARY_FIGURE.SUMMARY_ID))
                .where(SUMMARY_FIGURE.SCHOOL_ID.eq(tenancy.current()), SUMMARY.TERM_ID.eq(term.id()), SUMMARY_FIGURE.FIGURE.eq(figureId))
                .orderBy(SUMMARY.VERSION.desc()).fetch(r -> new Mention(head(r, term), figure(r)));
    }

    record Mention(Summary.Head head, Figure figure) {}

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

    private void addTasks(UUID summaryId, List<Task> tasks) {
        var insert = db.insertInto(SUMMARY_TASK, SUMMARY_TASK.SCHOOL_ID, SUMMARY_TASK.ID, SUMMARY_TASK.SUMMARY_ID, SUMMARY_TASK.POS,
                SUMMARY_TASK.TASK, SUMMARY_TASK.EVIDENCE_COUNT, SUMMARY_TASK.OWNER, SUMMARY_TASK.DUE, SUMMARY_TASK.LINK);
        var pos = 0;
        for (var t : tasks) {
            insert = insert.values(tenancy.current(), Ids.next(), summaryId, ++pos, t.text(), t.count(), t.owner(), t.due(), t.link());
        }
        if (pos > 0) insert.execute();
    }

    private Summary summary(Record r, Term term) {
        var id = r.get(SUMMARY.ID);
        var figures = db.selectFrom(SUMMARY_FIGURE)
                .where(SUMMARY_FIGURE.SCHOOL_ID.eq(tenancy.current()), SUMMARY_FIGURE.SUMMARY_ID.eq(id)).orderBy(SUMMARY_FIGURE.POS)
                .fetch(SummaryRepository::figure);
        var tasks = db.selectFrom(SUMMARY_TASK)
                .where(SUMMARY_TASK.SCHOOL_ID.eq(tenancy.current()), SUMMARY_TASK.SUMMARY_ID.eq(id)).orderBy(SUMMARY_TASK.POS)
                .fetch(t -> new Task(t.getTask(), t.getEvidenceCount(), t.getOwner(), t.getDue(), t.getLink()));
        var book = new FigureBook(new Span(r.get(SUMMARY.PERIOD_FROM), r.get(SUMMARY.PERIOD_TO)), r.get(SUMMARY.COMPUTED_AT), figures);
        return new Summary(head(r, term), r.get(SUMMARY.TEMPLATE), book, tasks);
    }

    private static Summary.Head head(Record r, Term term) {
        return new Summary.Head(r.get(SUMMARY.ID), r.get(SUMMARY.TERM_ID), term.code(), r.get(SUMMARY.VERSION), r.get(SUMMARY.TITLE),
                r.get(SUMMARY.SCHOOL_NAME), r.get(SUMMARY.WRITTEN_BY), r.get(SUMMARY.WRITTEN_BY_NAME), r.get(SUMMARY.WRITTEN_AT));
    }

    private static Figure figure(Record r) {
        var definition = new FigureDefinition(r.get(SUMMARY_FIGURE.FIGURE), Unit.valueOf(r.get(SUMMARY_FIGURE.UNIT)),
                r.get(SUMMARY_FIGURE.DEFINITION_VERSION));
        return new Figure(definition, new Span(r.get(SUMMARY_FIGURE.PERIOD_FROM), r.get(SUMMARY_FIGURE.PERIOD_TO)), r.get(SUMMARY_FIGURE.VALUE),
                Grade.valueOf(r.get(SUMMARY_FIGURE.GRADE)), r.get(SUMMARY_FIGURE.EVIDENCE_COUNT), r.get(SUMMARY_FIGURE.LINK));
    }
}
