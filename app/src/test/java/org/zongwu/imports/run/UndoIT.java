package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.Provenance;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Opened;
import org.zongwu.school.People;
import org.zongwu.school.SetUp;

/** An import is taken back whole, or not at all with what stands on it; the verifier finds nothing missing. */
@Office
class UndoIT {
    private static final String PEOPLE = "教职工名册\n部门,工号,姓名,岗位\n后勤组,T101,孟明,保管员\n后勤组,T102,王琴,水电工\n校史馆,T103,李丹,馆员\n";
    private static final String ROOMS = "校舍场所\n楼栋,门牌号,名称\n明德楼,101,值班室\n明德楼,102,水房\n";
    private static final String STUDENTS = "2026-2027学年学生名册\n班级,学号,姓名,性别\n七（1）班,20260101,何小满,女\n七（1）班,20260102,周一,男\n";
    private static final String SUPPLIERS = "供应商名录\n编号,供应商名称,联系人,电话\nG001,晴川办公用品商行,许可,13900002001\nG002,宏达五金,马力,13900002002\n";

    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    SetUp setUp;
    @Autowired
    ImportService imports;
    @Autowired
    UndoService undo;
    @Autowired
    Provenance provenance;
    @Autowired
    SourceRows sources;
    @Autowired
    People people;
    @Autowired
    List<Control> controls;
    @Autowired
    DSLContext db;

    private Opened school;
    private Actor director;

    @BeforeEach
    void aSchool() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR, Duty.BUYER, Duty.STOREKEEPER);
    }

    @Test
    void each_list_goes_and_may_come_again_and_the_trail_knows_why_it_is_away() {
        for (var file : List.of(PEOPLE, ROOMS, STUDENTS, SUPPLIERS)) {
            var before = counts();
            var report = take(file);
            assertThat(report.counts().problem()).as(file).isZero();
            assertThat(counts()).isNotEqualTo(before);
            undo(report);
            assertThat(counts()).as(file).isEqualTo(before);
            assertThat(take(file).counts()).as(file).isEqualTo(report.counts());
        }
        assertThat(verified()).isEmpty();
    }

    @Test
    void what_stands_on_a_row_is_named_and_nothing_is_touched() {
        var before = take(PEOPLE);
        var keeper = school.<UUID>read(() -> people.employeeByStaffNo("T101").orElseThrow().id());
        school.write(() -> db.query("insert into school.duty_held (school_id, id, employee_id, duty, valid_from) values ({0}, {1}, {2}, 'STOREKEEPER', '2026-09-01')",
                school.id(), Ids.next(), keeper).execute());
        var counts = counts();
        assertThatThrownBy(() -> undo(before)).isInstanceOfSatisfying(StillUsed.class, e -> assertThat(e.dependents()).extracting(Dependent::words).first().asString().contains("STOREKEEPER", "T101"));
        assertThat(counts()).isEqualTo(counts);
        assertThat(school.<Boolean>read(() -> undo.of(before.runId()).isPresent())).isFalse();
    }

    @Test
    void an_import_is_taken_back_once_with_a_reason_and_a_trial_never() {
        var report = take(ROOMS);
        assertThatThrownBy(() -> school.write(() -> undo.undo(director, report, "错"))).isInstanceOf(RuleBroken.class);
        undo(report);
        assertThatThrownBy(() -> undo(report)).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.undone-already"));
        var again = take(ROOMS);
        assertThat(again.earlier()).as("a file that was taken back did not go in").isNull();
    }

    @Test
    void a_record_knows_its_file_sheet_and_line() {
        var report = take(ROOMS);
        var made = school.<Map<String, List<WorkRef>>>read(() -> sources.made(report.runId()));
        assertThat(made.get("rooms")).extracting(WorkRef::type).containsExactly("school.building", "school.room", "school.room");
        var second = school.<Provenance.Source>read(() -> provenance.of(made.get("rooms").getLast().id()).orElseThrow());
        assertThat(second.fileName() + ":" + second.line()).isEqualTo("a.csv:4");
        assertThat(second.cells()).containsOnly(Map.entry("楼栋", "明德楼"), Map.entry("门牌号", "102"), Map.entry("名称", "水房"));
        assertThat(second.link()).isEqualTo("/imports/runs/" + report.runId() + "/rows/2");
        assertThat(school.<Provenance.Source>read(() -> provenance.of(made.get("rooms").getLast().id(), director).orElseThrow()).cells()).isEqualTo(second.cells());
        var teacher = school.<Provenance.Source>read(() -> provenance.of(made.get("rooms").getLast().id(), school.actor(Duty.TEACHER)).orElseThrow());
        assertThat(teacher.cells()).as("the line as it stood, for who may not bring such a file in").isEmpty();
        assertThat(teacher.link()).isNull();
        assertThat(teacher.line()).isEqualTo(4);
        undo(report);
        assertThat(school.<Boolean>read(() -> provenance.of(made.get("rooms").getLast().id()).isPresent())).isFalse();
    }

    @Test
    void no_row_goes_whose_last_image_the_trail_does_not_hold_and_none_that_is_posted() {
        var room = school.<WorkRef>write(() -> sources.made(take(ROOMS).runId()).get("rooms").getLast());
        for (var table : List.of("school.room", "trail.record")) {
            assertThatThrownBy(() -> school.write(() -> db.fetch("select trail.take_away({0}, {1}::regclass, 'id', {2}, {3})", DSL.val(school.id()), DSL.val(table), DSL.val(new UUID[] {room.id()}),
                    DSL.val(Ids.next())))).as(table).isInstanceOf(org.jooq.exception.DataAccessException.class);
        }
        assertThatThrownBy(() -> school.write(() -> db.execute("delete from school.room where school_id = {0} and id = {1}", school.id(), room.id()))).hasMessageContaining("permission denied");
    }

    private ImportReport take(String file) {
        var upload = imports.store(director, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "a.csv");
        return school.write(() -> imports.commit(director, upload, Wanted.BY_HEADINGS, Ids.next(), true));
    }

    private void undo(ImportReport report) {
        school.write(() -> undo.undo(director, report, "导错了文件"));
    }

    private List<Integer> counts() {
        return school.read(() -> List.of("school.employee", "school.posting", "school.department", "school.building", "school.room", "school.student", "school.enrolment",
                "school.school_class", "parties.party", "parties.alias", "stores.item", "stores.category").stream()
                .map(t -> db.fetchSingle("select count(*) from " + t + " where school_id = {0}", school.id()).get(0, Integer.class)).toList());
    }

    private List<String> verified() {
        return controls.stream().filter(c -> c.id().equals("TRAIL-ROWS")).flatMap(c -> school.<List<String>>read(() -> c.check().findings()).stream()).toList();
    }
}
