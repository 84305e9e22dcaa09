package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** A school of its own for the test of a book, and what such tests ask again and again. */
@Office
public abstract class BookOffice {
    protected static final Span TERM = new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));
    protected static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired protected Logbooks books;
    @Autowired protected DSLContext db;
    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private List<FigureSource> sources;
    @Autowired private List<TodoSource> todos;
    @Autowired private List<PlanSource> plans;
    @Autowired private List<ImportTemplate> templates;
    @Autowired private List<Control> controls;

    protected Opened school;
    protected Actor director;

    @BeforeEach
    void openSchool() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
    }

    /** Somebody who works here and holds these duties. */
    protected Actor person(String staffNo, String name, Duty... duties) {
        return school.actor(school.person(staffNo, name), duties);
    }

    protected UUID enter(Actor actor, Table<?> table, Draft draft) {
        return books.enter(actor, books.of(table), draft).id();
    }

    protected void step(Actor actor, Table<?> table, UUID id, String step, Draft filled) {
        books.step(actor, books.of(table), id, step, filled);
    }

    protected <T> @Nullable T read(Field<T> field, UUID id) {
        var table = Objects.requireNonNull(((org.jooq.TableField<?, ?>) field).getTable());
        return school.read(() -> db.select(field).from(table).where(table.field("school_id", Long.class).eq(school.id()), table.field("id", UUID.class).eq(id)).fetchSingle().value1());
    }

    /** What a book makes of rows of a file; cells as {@code name=value}. */
    protected List<Outcome> take(String book, Row... rows) {
        return templates.stream().filter(t -> t.id().equals(book)).findFirst().orElseThrow().take(List.of(rows), director);
    }

    protected static Row row(int line, String... cells) {
        var all = new HashMap<String, String>();
        for (var cell : cells) all.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        return new Row("登记", line, all);
    }

    protected static List<Verdict> verdicts(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::verdict).toList();
    }

    protected static List<String> sentences(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::key).filter(Objects::nonNull).toList();
    }

    protected @Nullable BigDecimal figure(String id) {
        return figure(id, TERM).value();
    }

    protected Figure figure(String id, Span span) {
        return tenancy.read(school.id(), () -> sources.stream().filter(s -> s.definitions().stream().anyMatch(d -> d.id().equals(id)))
                .flatMap(s -> s.figures(span).stream()).filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow());
    }

    /** Keys of what is asked of this person. */
    protected List<String> asked(Actor actor) {
        return school.read(() -> todos.stream().flatMap(s -> s.todos(actor).stream()).map(TodoSource.Todo::kindKey).toList());
    }

    /** Keys of what next term's plan has from here, with how many. */
    protected Map<String, Object> planned() {
        var all = new HashMap<String, Object>();
        school.read(() -> plans.stream().flatMap(s -> s.planItems(TERM).stream()).toList()).forEach(i -> all.put(i.textKey(), i.args().getFirst()));
        return all;
    }

    /** The rules hold over all records, and the trail knows every row as it is. */
    protected void proves() {
        tenancy.read(school.id(), () -> {
            for (var control : controls.stream().filter(c -> c.id().matches("LOGBOOKS|TRAIL-ROWS|F19-.*")).toList()) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }
}
