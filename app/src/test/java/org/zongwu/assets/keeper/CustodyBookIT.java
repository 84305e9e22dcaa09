package org.zongwu.assets.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.assets.Tables.CUSTODY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Opened;
import org.zongwu.school.Places;
import org.zongwu.school.SetUp;

/** Who keeps which room: one at any time, handed over before a third person, and nobody leaves with a key in his pocket. */
@Office
class CustodyBookIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private Places places;
    @Autowired private DSLContext db;
    @Autowired private List<FigureSource> sources;
    @Autowired private List<TodoSource> todos;
    @Autowired private List<LeavingCheck> leaving;
    @Autowired private List<ImportTemplate> templates;
    @Autowired private List<Control> controls;

    private Opened school;
    private Actor assets;
    private UUID first;
    private UUID second;
    private UUID third;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        assets = school.actor(Duty.ASSET_ADMIN);
        first = school.person("T001", "梁红远");
        second = school.person("T002", "邹欣静");
        third = school.person("T003", "许愿");
        template("rooms").take(List.of(room(4, "101", "物理实验室"), room(5, "102", "化学实验室"), room(6, "103", "七（1）班教室")), school.actor(Duty.GA_DIRECTOR));
    }

    private static Row room(int line, String code, String name) {
        return new Row("场所", line, Map.of("building", "格物楼", "code", code, "name", name, "use", "教室"));
    }

    private Draft kept(String room, UUID keeper, String name) {
        var place = school.read(() -> places.byName().get(Places.plain(room)));
        return Draft.blank().set(CUSTODY.ROOM_ID, place.id()).set(CUSTODY.ROOM, room).set(CUSTODY.KEEPER_ID, keeper).set(CUSTODY.KEEPER, name).set(CUSTODY.FROM_ON, FROM);
    }

    private UUID enter(Draft draft) {
        return books.enter(assets, books.of(CUSTODY), draft).id();
    }

    private Draft handover(UUID successor, UUID supervisor) {
        return Draft.blank().set(CUSTODY.UNTIL_ON, LocalDate.of(2026, 10, 15)).set(CUSTODY.SUCCESSOR_ID, successor).set(CUSTODY.SUCCESSOR, successor == null ? null : "接收人")
                .set(CUSTODY.SUPERVISOR_ID, supervisor).set(CUSTODY.SUPERVISOR, "监交人").set(CUSTODY.HANDED_OVER, "清册三份");
    }

    private void step(UUID id, Draft filled) {
        books.step(assets, books.of(CUSTODY), id, "handover", filled);
    }

    @Test
    void a_room_has_one_keeper_at_any_time() {
        enter(kept("物理实验室", first, "梁红远"));
        assertThatThrownBy(() -> enter(kept("物理实验室", second, "邹欣静").set(CUSTODY.FROM_ON, LocalDate.of(2026, 11, 1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CUS-1");
        enter(kept("物理实验室", second, "邹欣静").set(CUSTODY.FROM_ON, LocalDate.of(2026, 1, 1)).set(CUSTODY.UNTIL_ON, FROM.minusDays(1)));
        enter(kept("化学实验室", first, "梁红远"));
        assertThat(figure("ROOMS_KEPT").value()).isEqualByComparingTo("2");
        assertThat(figure("ROOM_KEEPERS").value()).isEqualByComparingTo("1");
        proves();
    }

    @Test
    void the_database_too_knows_one_keeper_only() {
        enter(kept("物理实验室", first, "梁红远"));
        var id = enter(kept("化学实验室", second, "邹欣静"));
        assertThatThrownBy(() -> school.write(() -> db.execute("insert into {0} select (r).* from (select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'no', 'X-1', 'from_on', date '2026-12-01')) as r"
                + " from {0} c where school_id = {1} and id = {2}) x", CUSTODY, org.jooq.impl.DSL.val(school.id()), org.jooq.impl.DSL.val(id)))).hasMessageContaining("one_keeper");
    }

    @Test
    void a_handover_ends_one_time_and_begins_the_next_before_a_third_person() {
        var id = enter(kept("物理实验室", first, "梁红远"));
        assertThatThrownBy(() -> step(id, handover(first, third))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CUS-3");
        assertThatThrownBy(() -> step(id, handover(second, second))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CUS-3");
        assertThatThrownBy(() -> step(id, handover(second, third).set(CUSTODY.UNTIL_ON, FROM.minusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CUS-4");
        step(id, handover(second, third));
        var all = school.read(() -> db.selectFrom(CUSTODY).where(CUSTODY.SCHOOL_ID.eq(school.id())).orderBy(CUSTODY.FROM_ON).fetch());
        assertThat(all).extracting(r -> r.getState()).containsExactly("ENDED", "ACTIVE");
        assertThat(all.getLast().getKeeperId()).isEqualTo(second);
        assertThat(all.getLast().getFromOn()).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(all.getLast().getRoom()).isEqualTo("格物楼 101 物理实验室");
        assertThat(all.getLast().getList()).isEqualTo("清册三份");
        proves();
    }

    @Test
    void nobody_leaves_who_keeps_a_room() {
        var id = enter(kept("物理实验室", first, "梁红远"));
        assertThat(held(first)).containsExactly("held.assets.custody");
        step(id, handover(second, third));
        assertThat(held(first)).isEmpty();
        assertThat(held(second)).containsExactly("held.assets.custody");
    }

    @Test
    void special_rooms_without_a_keeper_are_said_on_the_desk_and_classrooms_are_not() {
        assertThat(unkept()).singleElement().asString().contains("格物楼 101 物理实验室", "2");
        enter(kept("物理实验室", first, "梁红远"));
        assertThat(unkept()).singleElement().asString().contains("格物楼 102 化学实验室", "1");
        enter(kept("化学实验室", first, "梁红远"));
        assertThat(unkept()).isEmpty();
        proves();
    }

    @Test
    void a_list_of_keepers_is_taken_in_and_what_contradicts_itself_is_kept_out() {
        var rows = List.of(row(3, "物理实验室", "梁红远", "2026-09-01", ""), row(4, "物理实验室", "邹欣静", "2026-11-01", ""), row(5, "格物楼102", "邹欣静", "2026-02-01", "2026-08-31"),
                row(6, "格物楼102", "许愿", "2026-09-01", "至今"), row(7, "天文台", "许愿", "2026-09-01", ""), row(8, "格物楼103", "没有的人", "2026-09-01", ""), row(9, "物理实验室", "梁红远", "2026-09-01", ""));
        assertThat(template("assets.custody").take(rows, assets)).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.ACCEPTED, Verdict.ACCEPTED,
                Verdict.PROBLEM, Verdict.PROBLEM, Verdict.DUPLICATE);
        assertThat(figure("ROOMS_KEPT").value()).isEqualByComparingTo("2");
        var witness = new HashMap<>(row(10, "格物楼103", "许愿", "2026-09-01", "2026-10-01").cells());
        witness.put("supervisor", "许愿");
        assertThat(template("assets.custody").take(List.of(new Row("专室", 10, witness)), assets).getFirst().verdict()).isEqualTo(Verdict.PROBLEM);
        proves();
    }

    private static Row row(int line, String room, String keeper, String from, String until) {
        var cells = new HashMap<>(Map.of("room", room, "keeper", keeper, "from_on", from));
        if (!until.isEmpty()) cells.put("until_on", until);
        return new Row("专室", line, cells);
    }

    private ImportTemplate template(String id) {
        return templates.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> held(UUID person) {
        return school.read(() -> leaving.stream().flatMap(l -> l.held(person).stream()).map(LeavingCheck.Held::textKey).toList());
    }

    private List<String> unkept() {
        return school.read(() -> todos.stream().flatMap(s -> s.todos(assets).stream()).filter(t -> t.kindKey().equals("todo.assets.unkept")).map(TodoSource.Todo::title).toList());
    }

    private Figure figure(String id) {
        return school.read(() -> sources.stream().filter(s -> s.definitions().stream().anyMatch(d -> d.id().equals(id))).flatMap(s -> s.figures(TERM).stream())
                .filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow());
    }

    private void proves() {
        school.read(() -> {
            for (var control : controls.stream().filter(c -> c.id().matches("LOGBOOKS|TRAIL-ROWS|F19-.*")).toList()) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }
}
