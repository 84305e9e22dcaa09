package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.HEADING;
import static zongwu.db.imports.Tables.RUN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.kernel.Actor;
import tools.jackson.databind.json.JsonMapper;

/** Runs as they went, and headings that a person has mapped. */
@Repository
class RunRepository {
    private static final int LATEST = 8;

    private final DSLContext db;
    private final Tenancy tenancy;
    private final JsonMapper json;

    RunRepository(DSLContext db, Tenancy tenancy, JsonMapper json) {
        this.db = db;
        this.tenancy = tenancy;
        this.json = json;
    }

    void save(Actor actor, ImportReport report, Instant at) {
        var counts = report.counts();
        db.insertInto(RUN)
                .set(RUN.SCHOOL_ID, tenancy.current()).set(RUN.ID, report.runId()).set(RUN.TEMPLATE, report.template())
                .set(RUN.FILE_NAME, report.fileName()).set(RUN.SHA256, report.sha256()).set(RUN.DRY, report.dry())
                .set(RUN.ROWS_READ, counts.read()).set(RUN.ROWS_ACCEPTED, counts.accepted()).set(RUN.ROWS_DUPLICATE, counts.duplicate())
                .set(RUN.ROWS_WARNING, counts.warning()).set(RUN.ROWS_PROBLEM, counts.problem())
                .set(RUN.FINDINGS, JSONB.valueOf(json.writeValueAsString(report)))
                .set(RUN.BY_ID, actor.employeeId()).set(RUN.AT, at)
                .execute();
    }

    Optional<ImportReport> find(UUID id) {
        return db.select(RUN.FINDINGS).from(RUN).where(RUN.SCHOOL_ID.eq(tenancy.current()), RUN.ID.eq(id))
                .fetchOptional(r -> json.readValue(r.value1().data(), ImportReport.class));
    }

    Condition row(UUID id) {
        return RUN.SCHOOL_ID.eq(tenancy.current()).and(RUN.ID.eq(id));
    }

    /** The last time that this very file went in with this template. */
    Optional<Record> lastCommit(String template, String sha256) {
        return db.select(RUN.ID, RUN.AT, RUN.BY_ID).from(RUN)
                .where(RUN.SCHOOL_ID.eq(tenancy.current()), RUN.TEMPLATE.eq(template), RUN.SHA256.eq(sha256), RUN.DRY.isFalse())
                .orderBy(RUN.AT.desc(), RUN.ID.desc()).limit(1).fetchOptional().map(r -> r);
    }

    /** Past runs of these templates, for the register. */
    Table<?> runs(Collection<String> templates, UnaryOperator<String> title) {
        return db.select(RUN.ID, RUN.AT, RUN.AT.cast(LocalDate.class).as("day"), RUN.TEMPLATE, titled(templates, title).as("title"), RUN.FILE_NAME,
                        DSL.when(RUN.DRY, "DRY").otherwise("DONE").as("state"), RUN.ROWS_READ, RUN.ROWS_ACCEPTED, RUN.ROWS_DUPLICATE,
                        RUN.ROWS_WARNING, RUN.ROWS_PROBLEM)
                .from(RUN).where(RUN.SCHOOL_ID.eq(tenancy.current()), RUN.TEMPLATE.in(templates)).asTable("runs");
    }

    private static Field<String> titled(Collection<String> templates, UnaryOperator<String> title) {
        var titles = new HashMap<String, String>();
        templates.forEach(t -> titles.put(t, title.apply(t)));
        return titles.isEmpty() ? RUN.TEMPLATE : DSL.case_(RUN.TEMPLATE).mapValues(titles);
    }

    List<IndexPage.Past> latest(Collection<String> templates, UnaryOperator<String> title) {
        return db.selectFrom(RUN).where(RUN.SCHOOL_ID.eq(tenancy.current()), RUN.TEMPLATE.in(templates)).orderBy(RUN.AT.desc(), RUN.ID.desc()).limit(LATEST)
                .fetch(r -> new IndexPage.Past(r.getId(), r.getAt(), title.apply(r.getTemplate()), r.getFileName(), r.getDry(), r.getRowsAccepted(),
                        r.getRowsDuplicate(), r.getRowsProblem()));
    }

    Map<String, String> headings(String template) {
        return new HashMap<>(db.select(HEADING.HEADING_, HEADING.FIELD).from(HEADING)
                .where(HEADING.SCHOOL_ID.eq(tenancy.current()), HEADING.TEMPLATE.eq(template)).fetchMap(HEADING.HEADING_, HEADING.FIELD));
    }

    /** @param field empty to leave the column out */
    void remember(String template, String heading, String field) {
        db.insertInto(HEADING).columns(HEADING.SCHOOL_ID, HEADING.TEMPLATE, HEADING.HEADING_, HEADING.FIELD)
                .values(tenancy.current(), template, heading, field)
                .onConflict(HEADING.SCHOOL_ID, HEADING.TEMPLATE, HEADING.HEADING_).doUpdate().set(HEADING.FIELD, DSL.excluded(HEADING.FIELD))
                .execute();
    }

    Condition mapped(String template) {
        return HEADING.SCHOOL_ID.eq(tenancy.current()).and(HEADING.TEMPLATE.eq(template));
    }
}
