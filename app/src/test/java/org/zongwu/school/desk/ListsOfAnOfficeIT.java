package org.zongwu.school.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Note;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.Span;
import org.zongwu.school.Opened;
import org.zongwu.school.People;
import org.zongwu.school.SetUp;

/** Lists as an office keeps them: people who have left still on them, one person in two departments, notes below the table. */
@Office
class ListsOfAnOfficeIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired List<ImportTemplate> templates;
    @Autowired List<FigureSource> figures;
    @Autowired List<Control> controls;
    @Autowired People people;
    @Autowired DSLContext db;

    Opened school;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
    }

    private List<Outcome> take(String id, List<Row> rows, Note... notes) {
        var template = templates.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
        return template.take(rows, List.of(notes), school.actor(Duty.GA_DIRECTOR));
    }

    private static Row row(String sheet, int number, String... cells) {
        Map<String, String> map = new HashMap<>();
        for (var i = 0; i < cells.length; i += 2) map.put(cells[i], cells[i + 1]);
        return new Row(sheet, number, map);
    }

    private static Row person(int number, String department, String staffNo, String name, String note) {
        return row("在职", number, "department", department, "staff_no", staffNo, "name", name, "note", note, "phone", "13011110000");
    }

    @Test
    void staff_are_taken_where_their_post_is_and_who_has_left_is_for_a_person_to_look_at() {
        var rows = List.of(person(4, "德育处", "A01", "程 澄", "编制在体育组，兼干事"), person(5, "体育组", "A01", "程澄", ""), person(6, "体育组", "A02", "石榴", "2026.1.20调离"),
                person(7, "体育组", "A03", "白杨", "产假至5月"), person(8, "体育组", "A03", "白桦", ""), person(9, "", "A04", "秦川", ""), person(10, "德育处", "A05", "叶繁", "新调入"));
        var outcomes = take("employees", rows);
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.DUPLICATE, Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.PROBLEM, Verdict.ACCEPTED);
        assertThat(school.read(() -> people.employeeByStaffNo("A01"))).hasValueSatisfying(e -> {
            assertThat(e.name()).isEqualTo("程澄");
            assertThat(e.department()).isEqualTo("体育组");
        });
        assertThat(take("employees", rows.subList(1, 2))).extracting(Outcome::verdict).containsExactly(Verdict.DUPLICATE);
        assertHolds();
    }

    @Test
    void whoever_was_registered_by_name_only_is_completed_by_the_list_and_not_taken_twice() {
        var first = person(4, "校办", "T000", "安可", "");
        assertThat(take("employees", List.of(first))).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(take("employees", List.of(first))).extracting(Outcome::verdict).containsExactly(Verdict.DUPLICATE);
        assertThat(school.read(() -> people.inService(Opened.TODAY))).hasSize(1);
        assertHolds();
    }

    @Test
    void students_come_with_their_classes_and_the_title_says_which_cohort() {
        take("employees", List.of(person(4, "体育组", "A01", "程澄", "")));
        var rows = new ArrayList<Row>();
        for (var n = 1; n <= 3; n++) rows.add(student(n + 2, "七（1）班", "202501%02d".formatted(n), "学生" + "甲乙丙".charAt(n - 1), ""));
        rows.add(student(7, "七（2）班", "20250201", "学生丁", "3.20转出"));
        rows.add(student(8, "七（2）班", "20250101", "学生甲", "原在七（1）班"));
        rows.add(student(9, "七（2）班", "20250202", "学生戊", "建档立卡"));
        rows.add(student(10, "不知道", "20250203", "学生己", ""));
        var outcomes = take("students", rows, new Note("七年级", 1, "某某中学七年级花名册（2025-2026学年第二学期）"), new Note("七年级", 6, "小计 3人 班主任：程澄"));
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.PROBLEM, Verdict.ACCEPTED, Verdict.PROBLEM);
        school.read(() -> {
            assertThat(people.classes(LocalDate.of(2026, 7, 15))).extracting("title").containsExactly("2025级1班", "2025级2班");
            assertThat(db.fetchCount(SCHOOL_CLASS, SCHOOL_CLASS.SCHOOL_ID.eq(school.id()), SCHOOL_CLASS.HEAD_TEACHER_ID.isNotNull())).isEqualTo(1);
            var spring = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));
            assertFigure(spring, "POP_STUDENTS", 4, Grade.IMPORTED);
            assertFigure(spring, "STUDENTS_IN", 0, Grade.WORKED);
            assertFigure(spring, "POP_CLASSES", 2, Grade.IMPORTED);
            return null;
        });
        assertThat(take("students", rows.subList(0, 3), new Note("七年级", 1, "2025-2026学年"))).extracting(Outcome::verdict).containsOnly(Verdict.DUPLICATE);
        assertHolds();
    }

    @Test
    void without_a_title_the_students_numbers_say_which_cohort() {
        take("students", List.of(student(3, "八3班", "20240301", "学生甲", ""), student(4, "八3班", "20240302", "学生乙", "")));
        assertThat(school.read(() -> people.classes(Opened.TODAY))).extracting("title").containsExactly("2024级3班");
    }

    private static Row student(int number, String in, String no, String name, String note) {
        return row("七年级", number, "class", in, "student_no", no, "name", name, "sex", "女", "note", note);
    }

    @Test
    void rooms_are_taken_once_and_the_notes_say_what_people_call_the_buildings() {
        var outcomes = take("rooms", List.of(room(4, "春晓楼（1号教学楼）", "101", "七（1）班教室", "６４．８"), room(5, "春晓楼（1号教学楼）", "102", "水房", "20.5㎡"),
                        room(6, "春晓楼（1号教学楼）", "101", "七（1）班教室", "64.8"), room(7, "春晓楼（1号教学楼）", "102", "仪器室", ""), room(8, "长青楼", "101", "值班室", "不详")),
                new Note("场所", 9, "注：“1号楼”=春晓楼、“行政楼”=长青楼。"));
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.WARNING);
        school.read(() -> {
            var aliases = db.select(BUILDING.ALIASES).from(BUILDING).where(BUILDING.SCHOOL_ID.eq(school.id())).orderBy(BUILDING.ID).fetch(r -> List.of(r.value1()));
            assertThat(aliases).containsExactly(List.of("春晓楼", "1号教学楼", "1号楼"), List.of("行政楼"));
            assertFigure(new Span(Opened.TODAY, Opened.TODAY), "ROOMS", 3, Grade.IMPORTED);
            return null;
        });
        assertThat(take("rooms", List.of(room(4, "1号楼", "101", "七（1）班教室", "64.8")))).extracting(Outcome::verdict).containsExactly(Verdict.DUPLICATE);
        assertHolds();
    }

    private static Row room(int number, String building, String code, String name, String area) {
        return row("场所", number, "building", building, "floor", "1", "code", code, "name", name, "use", "教室", "area", area);
    }

    private void assertFigure(Span span, String id, int value, Grade grade) {
        var figure = figures.stream().filter(f -> f.definitions().stream().anyMatch(d -> d.id().equals(id))).flatMap(f -> f.figures(span).stream())
                .filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow();
        assertThat(figure.value()).as(id).isEqualByComparingTo(BigDecimal.valueOf(value));
        assertThat(figure).extracting(Figure::grade).isEqualTo(grade);
    }

    private void assertHolds() {
        school.read(() -> {
            controls.stream().filter(c -> c.id().startsWith("R-ORG") || c.id().equals("SOD") || c.id().equals("TRAIL-ROWS")).forEach(c -> assertThat(c.check().findings()).as(c.id()).isEmpty());
            return null;
        });
    }
}
