package org.zongwu.school.people;

import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.POSTING;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Trail;

/**
 * 教职工名册: every row a person in service since before the records begin. Who stands in two departments is taken where his
 * post is; who has left by the remark is for a person to look at.
 */
@Component
class EmployeesTemplate implements ImportTemplate {
    private static final Pattern LEFT = Pattern.compile("调离|调出|已调(?!入)|离职|辞职|退休(?!返聘)|去世|解聘");
    /** A remark that says: his post is elsewhere, here he only helps. */
    private static final Pattern ELSEWHERE = Pattern.compile("编制在|兼职|借用|关系在");
    private static final Pattern TEACHING = Pattern.compile(".*(?:组|教研室|备课组)$");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d+");

    private final EmployeeRepository employees;
    private final DepartmentRepository departments;
    private final Trail trail;
    private final Tenancy tenancy;

    EmployeesTemplate(EmployeeRepository employees, DepartmentRepository departments, Trail trail, Tenancy tenancy) {
        this.employees = employees;
        this.departments = departments;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "employees";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.GA_DIRECTOR, Duty.SYS_ADMIN);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("department", true, Kind.TEXT, List.of("部门", "部门（组）", "科室", "处室", "教研组", "组别", "所在部门", "department")),
                new Field("staff_no", true, Kind.CODE, List.of("工号", "编号", "职工号", "教工号", "人员编号", "staff no", "教师编号", "人事编号", "工作证号")),
                new Field("name", true, Kind.TEXT, List.of("姓名", "教师姓名", "教职工姓名", "name")),
                new Field("job", false, Kind.TEXT, List.of("岗位", "职务", "工种", "post", "job", "任教学科", "学科", "工作岗位")),
                new Field("phone", false, Kind.CODE, List.of("联系电话", "电话", "手机", "手机号", "phone", "mobile", "手机号码", "联系方式", "联系手机")),
                new Field("joined_on", false, Kind.DATE, List.of("到校日期", "到校时间", "进校时间", "入职日期", "joined on", "来校时间", "来校日期", "调入时间", "调入日期")).byMonth(),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "remark", "note")));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("department", "语文组", "staff_no", "T001", "name", "林一诺", "job", "教师", "phone", "13900001001", "joined_on", "2020-08-25");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var taking = new Taking(rows);
            var outcomes = rows.stream().map(taking::judge).toList();
            if (!taking.people.isEmpty()) writeTrail(actor, taking);
            return outcomes;
        });
    }

    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        var people = WorkRef.ids(made, "school.employee");
        return trail.remove(actor, "import-undone", new WorkRef("school.employee", Ids.next(), "1–" + people.size()), null,
                List.of(Removal.of(POSTING, POSTING.EMPLOYEE_ID, people), Removal.of(EMPLOYEE, EMPLOYEE.ID, people), Removal.of(DEPARTMENT, DEPARTMENT.ID, WorkRef.ids(made, "school.department"))));
    }

    private void writeTrail(Actor actor, Taking taking) {
        var school = tenancy.current();
        trail.write(actor, "imported", new WorkRef("school.employee", Ids.next(), "1–" + taking.people.size()), null,
                Images.of(DEPARTMENT, DEPARTMENT.SCHOOL_ID.eq(school).and(DEPARTMENT.ID.in(taking.opened)))
                        .and(EMPLOYEE, EMPLOYEE.SCHOOL_ID.eq(school).and(EMPLOYEE.ID.in(taking.people)))
                        .and(POSTING, POSTING.SCHOOL_ID.eq(school).and(POSTING.EMPLOYEE_ID.in(taking.people))));
    }

    /** One file being taken in. */
    private final class Taking {
        private final Map<String, Row> postByStaffNo;
        private final Map<String, UUID> departmentByName = new HashMap<>();
        private final Map<UUID, LocalDate> begins = new HashMap<>();
        private final Set<UUID> opened = new LinkedHashSet<>();
        private final List<UUID> people = new ArrayList<>();

        Taking(List<Row> rows) {
            departments.all().forEach(d -> {
                if (d.to() == null) departmentByName.put(d.name(), d.id());
                begins.put(d.id(), d.from());
            });
            // Of several rows of one number, the post is the first one that does not say it is elsewhere
            postByStaffNo = rows.stream().filter(r -> r.get("staff_no") != null)
                    .collect(Collectors.toMap(EmployeesTemplate::staffNo, r -> r, (a, b) -> elsewhere(a) && !elsewhere(b) ? b : a));
        }

        Outcome judge(Row row) {
            for (var field : List.of("staff_no", "name", "department")) {
                if (row.get(field) == null) return Outcome.of(Verdict.PROBLEM, row, field, "import.employees.missing");
            }
            var note = row.get("note");
            if (note != null && LEFT.matcher(note).find()) return Outcome.of(Verdict.PROBLEM, row, "note", "import.employees.left", note);
            var name = NewEmployee.tidy(row.get("name"));
            var post = postByStaffNo.get(staffNo(row));
            if (post != row) {
                if (!NewEmployee.tidy(String.valueOf(post.get("name"))).equals(name)) return Outcome.of(Verdict.PROBLEM, row, "staff_no", "import.employees.two-names", post.number(), post.get("name"));
                return Outcome.of(Verdict.DUPLICATE, row, "staff_no", "import.employees.twice", post.sheet(), post.number());
            }
            var there = employees.byStaffNo(staffNo(row));
            if (there.isEmpty()) return insert(row, name);
            if (!there.get().name().equals(name)) return Outcome.of(Verdict.PROBLEM, row, "staff_no", "rule.school.staff-no-taken", staffNo(row), there.get().name());
            return complete(row, there.get().id(), name);
        }

        /** Somebody registered by hand with his name only, as the first person of a school is: the list brings the rest. */
        private Outcome complete(Row row, UUID id, String name) {
            if (!employees.fill(id, row.get("job"), phone(row.get("phone")))) {
                return Outcome.of(Verdict.DUPLICATE, row, "staff_no", "import.employees.there-already", staffNo(row), name);
            }
            people.add(id);
            return Outcome.accepted(row); // he was there before the file: nothing that it made
        }

        private Outcome insert(Row row, String name) {
            var joined = row.get("joined_on") == null ? null : day(row.get("joined_on"));
            var phone = phone(row.get("phone"));
            var before = opened.size();
            var department = departmentByName.computeIfAbsent(row.get("department").replaceAll("[\\s　]+", ""), this::open);
            var opening = opened.size() == before ? List.<WorkRef>of() : List.of(new WorkRef("school.department", department, row.get("department")));
            var id = Ids.next();
            employees.insert(id, new NewEmployee(staffNo(row), name, row.get("job"), phone, joined), department, Grade.IMPORTED);
            var from = begins.get(department);
            employees.post(id, department, joined == null || joined.isBefore(from) ? from : joined);
            people.add(id);
            return said(row, joined).made(new WorkRef("school.employee", id, staffNo(row))).opened(opening);
        }

        private static Outcome said(Row row, @Nullable LocalDate joined) {
            if (row.get("joined_on") != null && joined == null) return Outcome.of(Verdict.WARNING, row, "joined_on", "import.employees.no-day");
            if (row.get("phone") != null && SCIENTIFIC.matcher(row.get("phone")).matches()) return Outcome.of(Verdict.WARNING, row, "phone", "import.employees.phone-lost");
            return Outcome.accepted(row);
        }

        private UUID open(String name) {
            var id = Ids.next();
            departments.insert(id, name, TEACHING.matcher(name).matches(), FirstPeople.BEFORE_ALL_RECORDS);
            begins.put(id, FirstPeople.BEFORE_ALL_RECORDS);
            opened.add(id);
            return id;
        }
    }

    private static String staffNo(Row row) {
        return row.get("staff_no").strip();
    }

    private static boolean elsewhere(Row row) {
        var note = row.get("note");
        return note != null && ELSEWHERE.matcher(note).find();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Its digits; a number cell that lost its last digits to an exponent is no number to call, so it is left out. */
    private static @Nullable String phone(@Nullable String text) {
        if (text == null || SCIENTIFIC.matcher(text).matches()) return null;
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceFirst("\\.0+$", "").replaceAll("[\\s-]", "");
        return plain.isEmpty() ? null : plain;
    }
}
