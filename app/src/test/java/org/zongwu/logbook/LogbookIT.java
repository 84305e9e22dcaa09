package org.zongwu.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.safety.Tables.HAZARD;
import static zongwu.db.staff.Tables.ATTENDANCE;
import static zongwu.db.staff.Tables.OVERTIME;
import static zongwu.db.staff.Tables.STUDY_SESSION;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.web.NotFound;

/** What the frame promises for every book, shown on hazards, overtime and attendance. */
@Office
class LogbookIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private DSLContext db;
    @Autowired private List<FigureSource> sources;
    @Autowired private List<ImportTemplate> templates;
    @Autowired private List<Control> controls;

    private Opened school;
    private Actor director;
    private Actor owner;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        owner = school.actor(school.person("T001", "梁红远"), Duty.WORKER);
    }

    private Draft hazard() {
        return Draft.blank().set(HAZARD.FOUND_ON, DAY).set(HAZARD.PLACE, "格物楼406").set(HAZARD.DESCRIPTION, "插排私拉").set(HAZARD.LEVEL, "GENERAL")
                .set(HAZARD.DUE_ON, DAY.plusDays(7)).set(HAZARD.OWNER_ID, owner.employeeId()).set(HAZARD.OWNER, "梁红远");
    }

    private UUID enter(Draft draft) {
        return books.enter(director, books.of(HAZARD), draft).id();
    }

    private void step(Actor actor, UUID id, String step, Draft filled) {
        books.step(actor, books.of(HAZARD), id, step, filled);
    }

    private static Draft mended() {
        return Draft.blank().set(HAZARD.RECTIFIED_ON, DAY.plusDays(2)).set(HAZARD.MEASURE, "拆除");
    }

    private String state(UUID id) {
        return school.read(() -> db.select(HAZARD.STATE).from(HAZARD).where(HAZARD.SCHOOL_ID.eq(school.id()), HAZARD.ID.eq(id)).fetchSingle().value1());
    }

    @Test
    void a_record_goes_its_way_and_another_person_closes_it() {
        var id = enter(hazard());
        assertThat(state(id)).isEqualTo("FOUND");
        step(owner, id, "rectification", mended());
        assertThat(state(id)).isEqualTo("RECTIFIED");
        var mender = new Actor(school.id(), owner.employeeId(), "梁红远", java.util.Set.of(Duty.CUSTODIAN));
        assertThatThrownBy(() -> step(mender, id, "verification", Draft.blank().set(HAZARD.VERIFIED_ON, DAY.plusDays(3)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-SAF-5");
        step(director, id, "verification", Draft.blank().set(HAZARD.VERIFIED_ON, DAY.plusDays(3)));
        assertThat(state(id)).isEqualTo("VERIFIED");
        assertThatThrownBy(() -> step(director, id, "verification", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-4");
        proves();
    }

    @Test
    void a_step_of_others_is_not_there() {
        var id = enter(hazard());
        var stranger = school.actor(school.person("T002", "邹欣静"), Duty.TEACHER);
        assertThatThrownBy(() -> step(stranger, id, "rectification", mended())).isInstanceOf(NotFound.class);
    }

    @Test
    void what_was_written_down_cannot_be_changed_by_sql_nor_what_is_void() {
        var id = enter(hazard());
        assertThatThrownBy(() -> school.write(() -> db.update(HAZARD).set(HAZARD.PLACE, "别处").where(HAZARD.SCHOOL_ID.eq(school.id()), HAZARD.ID.eq(id)).execute())).hasMessageContaining("permission denied");
        books.cancel(director, books.of(HAZARD), id, "登错了楼");
        assertThat(state(id)).isEqualTo("VOID");
        var again = school.<Integer>write(() -> db.update(HAZARD).set(HAZARD.STATE, "FOUND").where(HAZARD.SCHOOL_ID.eq(school.id()), HAZARD.ID.eq(id)).execute());
        assertThat(again).isZero();
        assertThatThrownBy(() -> step(owner, id, "rectification", mended())).isInstanceOf(RuleBroken.class);
        proves();
    }

    @Test
    void the_same_is_not_written_twice_unless_the_first_is_void() {
        var id = enter(hazard());
        assertThatThrownBy(() -> enter(hazard())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-3");
        books.cancel(director, books.of(HAZARD), id, "写错");
        enter(hazard());
    }

    @Test
    void a_broken_rule_is_refused_at_its_blank() {
        assertThatThrownBy(() -> enter(hazard().set(HAZARD.DUE_ON, DAY.minusDays(1)))).isInstanceOfSatisfying(RuleBroken.class, r -> {
            assertThat(r.ruleId()).isEqualTo("R-SAF-4");
            assertThat(r.field()).isEqualTo("due_on");
        });
    }

    @Test
    void figures_count_what_is_not_void_and_say_when_there_is_nothing() {
        assertThat(figure("HAZARDS").value()).isNull();
        var id = enter(hazard());
        enter(hazard().set(HAZARD.DESCRIPTION, "栏杆松动").set(HAZARD.LEVEL, "MAJOR"));
        var wrong = enter(hazard().set(HAZARD.DESCRIPTION, "写错的"));
        books.cancel(director, books.of(HAZARD), wrong, "写错");
        step(owner, id, "rectification", mended());
        assertThat(figure("HAZARDS").value()).isEqualByComparingTo("2");
        assertThat(figure("HAZARD_CLOSED_RATE").value()).isEqualByComparingTo("50");
        assertThat(figure("HAZARD_OPEN").value()).isEqualByComparingTo("1");
        assertThat(figure("HAZARD_MAJOR").value()).isEqualByComparingTo("1");
        assertThat(figure("HAZARDS").grade()).isEqualTo(Grade.WORKED);
        assertThat(figure("HAZARDS").evidenceCount()).isEqualTo(2);
    }

    @Test
    void only_approved_hours_make_days() {
        var book = books.of(OVERTIME);
        var id = books.enter(owner, book, Draft.blank().set(OVERTIME.DAY, DAY).set(OVERTIME.PERSON_ID, owner.employeeId()).set(OVERTIME.PERSON, "梁红远")
                .set(OVERTIME.TIMES, "8:00-12:00 13:00-17:00").set(OVERTIME.REASON, "抢修水管")).id();
        assertThat(figure("OVERTIME_DAYS").value()).isEqualByComparingTo("0");
        books.step(director, book, id, "approval", Draft.blank());
        assertThat(figure("OVERTIME_HOURS").value()).isEqualByComparingTo("8");
        assertThat(figure("OVERTIME_DAYS").value()).isEqualByComparingTo("1");
        proves();
    }

    @Test
    void lines_are_written_with_their_record_and_go_with_it() {
        var session = Draft.blank().set(STUDY_SESSION.DAY, DAY).set(STUDY_SESSION.TOPIC, "防汛知识");
        for (var name : List.of("阎桂敏", "白轩", "胡伟林")) {
            session.line(Draft.blank().set(ATTENDANCE.PERSON, name).set(ATTENDANCE.MARK, name.equals("白轩") ? "ABSENT" : "PRESENT"));
        }
        var id = books.enter(director, books.of(STUDY_SESSION), session).id();
        assertThat(figure("STUDY_PERSON_TIMES").value()).isEqualByComparingTo("2");
        assertThat(figure("STUDY_ATTEND_RATE").value()).isEqualByComparingTo("66.67");
        books.cancel(director, books.of(STUDY_SESSION), id, "记重了");
        assertThat(figure("STUDY_PERSON_TIMES").value()).isNull();
        proves();
    }

    @Test
    void rows_of_a_file_are_judged_kept_and_taken_back() {
        var template = templates.stream().filter(t -> t.id().equals("staff.overtime")).findFirst().orElseThrow();
        var rows = List.of(row(3, "2026-11-02", "梁红远", "2.5", "18:00-20:30", "周明"), row(4, "2026-11-03", "梁红远", "4", "", "周明"),
                row(5, "2026-11-04", "白轩", "", "18:00-22:00", "周明"), row(6, "2026-11-05", "白轩", "3", "", ""), row(7, "2026-11-02", "梁红远", "2.5", "18:00-20:30", "周明"));
        var outcomes = template.take(rows, director);
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.DUPLICATE);
        assertThat(figure("OVERTIME_HOURS").value()).isEqualByComparingTo("10.5");
        assertThat(figure("OVERTIME_HOURS").grade()).isEqualTo(Grade.IMPORTED);
        proves();
        var made = outcomes.stream().map(ImportTemplate.Outcome::made).filter(java.util.Objects::nonNull).toList();
        assertThat(school.<List<ImportTemplate.Dependent>>write(() -> template.undo(made, director))).isEmpty();
        assertThat(figure("OVERTIME_HOURS").value()).isNull();
        assertThat(template.take(rows.subList(0, 1), director).getFirst().verdict()).isEqualTo(Verdict.ACCEPTED);
        proves();
    }

    private static Row row(int line, String day, String person, String hours, String times, String approver) {
        return new Row("加班", line, Map.of("day", day, "person", person, "hours", hours, "times", times, "reason", "迎检", "approver", approver));
    }

    private Figure figure(String id) {
        return tenancy.read(school.id(), () -> sources.stream().flatMap(s -> s.definitions().stream().anyMatch(d -> d.id().equals(id)) ? s.figures(TERM).stream() : java.util.stream.Stream.of())
                .filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow());
    }

    /** The rules hold over all records, and the trail knows every row as it is. */
    private void proves() {
        tenancy.read(school.id(), () -> {
            for (var control : controls.stream().filter(c -> c.id().matches("LOGBOOKS|TRAIL-ROWS|F19-.*")).toList()) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }
}
