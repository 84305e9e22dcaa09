package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.HEADING;
import static zongwu.db.imports.Tables.RUN;
import static zongwu.db.imports.Tables.UNDONE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                .set(RUN.SCHOOL_ID, tenancy.current()).set(RUN.ID, report.runId()).set(RUN.TEMPLATES, report.templates().toArray(String[]::new))
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

    /** The last time that this very file went in for one of these templates and was not taken back. */
    Optional<Record> lastCommit(Collection<String> templates, String sha256) {
        return db.select(RUN.ID, RUN.AT, RUN.BY_ID).from(RUN)
                .where(RUN.SCHOOL_ID.eq(tenancy.current()), DSL.arrayOverlap(RUN.TEMPLATES, templates.toArray(String[]::new)), RUN.SHA256.eq(sha256), RUN.DRY.isFalse(), isUndone().not())
                .orderBy(RUN.AT.desc(), RUN.ID.desc()).limit(1).fetchOptional().map(r -> r);
    }

    private Condition isUndone() {
        return DSL.exists(DSL.selectOne().from(UNDONE).where(UNDONE.SCHOOL_ID.eq(tenancy.current()), UNDONE.RUN_ID.eq(RUN.ID)));
    }

    /** Past runs of nothing but these templates, for the register. */
    Table<?> runs(Collection<String> templates, UnaryOperator<String> title) {
        return db.select(RUN.ID, RUN.AT, RUN.AT.cast(LocalDate.class).as("day"), RUN.TEMPLATES, titled(templates, title).as("title"), RUN.FILE_NAME,
                        DSL.when(RUN.DRY, "DRY").when(isUndone(), "UNDONE").otherwise("DONE").as("state"), RUN.ROWS_READ, RUN.ROWS_ACCEPTED, RUN.ROWS_DUPLICATE,
                        RUN.ROWS_WARNING, RUN.ROWS_PROBLEM)
                .from(RUN).where(RUN.SCHOOL_ID.eq(tenancy.current()), of(templates)).asTable("runs");
    }

    /** Who may not import one of a run's templates does not see the run. */
    private static Condition of(Collection<String> templates) {
        return DSL.condition("{0} <@ {1}", RUN.TEMPLATES, DSL.val(templates.toArray(String[]::new), RUN.TEMPLATES));
    }

    private static Field<String> titled(Collection<String> templates, UnaryOperator<String> title) {
        var said = DSL.field("array_to_string({0}, '、')", String.class, RUN.TEMPLATES);
        var titles = new HashMap<String, String>();
        templates.forEach(t -> titles.put(t, title.apply(t)));
        if (titles.isEmpty()) return said;
        var one = DSL.field(DSL.name("t", "id"), String.class);
        return DSL.field("(select string_agg({0}, '、' order by t.place) from unnest({1}) with ordinality as t(id, place))", String.class,
                DSL.case_(one).mapValues(titles), RUN.TEMPLATES);
    }

    List<IndexPage.Past> latest(Collection<String> templates, UnaryOperator<String> title) {
        return db.select(RUN.asterisk(), isUndoneField()).from(RUN).where(RUN.SCHOOL_ID.eq(tenancy.current()), of(templates)).orderBy(RUN.AT.desc(), RUN.ID.desc()).limit(LATEST)
                .fetch(r -> new IndexPage.Past(r.get(RUN.ID), r.get(RUN.AT), Stream.of(r.get(RUN.TEMPLATES)).map(title).collect(Collectors.joining("、")), r.get(RUN.FILE_NAME),
                        r.get(RUN.DRY) ? "DRY" : r.get("undone", Boolean.class) ? "UNDONE" : "DONE", r.get(RUN.ROWS_ACCEPTED), r.get(RUN.ROWS_DUPLICATE), r.get(RUN.ROWS_PROBLEM)));
    }

    private Field<Boolean> isUndoneField() {
        return DSL.field(isUndone()).as("undone");
    }

    /** By template: which field a heading is, as a person said. */
    Map<String, Map<String, String>> headings() {
        var all = new HashMap<String, Map<String, String>>();
        db.select(HEADING.TEMPLATE, HEADING.HEADING_, HEADING.FIELD).from(HEADING).where(HEADING.SCHOOL_ID.eq(tenancy.current()))
                .forEach(r -> all.computeIfAbsent(r.value1(), t -> new HashMap<>()).put(r.value2(), r.value3()));
        return all;
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
