package org.zongwu.school.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Policies;
import org.zongwu.school.schoolclass.ClassName;

/**
 * 学生名册: every row a student in a class since the class opened. The school year comes from the title, else from the
 * students' numbers, else from today. Who has left by the remark, and who stands in two classes, is for a person to look at.
 */
@Component
class StudentsTemplate implements ImportTemplate {
    /** 1班 or （11）班: which one of its grade. */
    private static final Pattern ALONE = Pattern.compile("[（(]?\\d{1,2}[)）]?班?");
    private static final Pattern LEFT = Pattern.compile("转出|转走|转学(?!来)|退学|休学|开除|死亡|失学");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*[-—–~～至]\\s*20\\d{2}\\s*学年");
    private static final Pattern HEAD = Pattern.compile("班主任\\s*[:：]\\s*(\\S+)");

    private final StudentImport records;
    private final Policies policies;
    private final Tenancy tenancy;
    private final Clock clock;

    StudentsTemplate(StudentImport records, Policies policies, Tenancy tenancy, Clock clock) {
        this.records = records;
        this.policies = policies;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "students";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("class", false, Kind.TEXT, List.of("班级", "所在班级", "班别", "班", "class")),
                new Field("grade", false, Kind.TEXT, List.of("年级", "所在年级", "年段", "grade")),
                new Field("student_no", true, Kind.CODE, List.of("学号", "学籍号", "学生编号", "student no", "全国学籍号", "学籍编号", "学籍辅号")),
                new Field("name", true, Kind.TEXT, List.of("姓名", "学生姓名", "name")),
                new Field("sex", false, Kind.TEXT, List.of("性别", "sex")),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "remark", "note")));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("class", "七（1）班", "student_no", "20260101", "name", "何小满", "sex", "女");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return take(rows, List.of(), actor);
    }

    @Override
    public List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var taking = new Taking(rows, notes);
            var outcomes = rows.stream().map(taking::judge).toList();
            var opened = records.save(actor, taking.newStudents);
            headTeachers(rows, notes, taking).forEach((cohort, name) -> records.lead(actor, cohort, name));
            return outcomes.stream().map(o -> o.made() == null ? o : taking.cohort(o.row()).map(opened::remove).map(c -> o.opened(List.of(c))).orElse(o)).toList();
        });
    }

    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return records.remove(actor, WorkRef.ids(made, "school.student"), WorkRef.ids(made, "school.school_class"));
    }

    /** The name beside a subtotal belongs to the class of the row above it. */
    private static Map<StudentImport.Cohort, String> headTeachers(List<Row> rows, List<Note> notes, Taking taking) {
        var all = new LinkedHashMap<StudentImport.Cohort, String>();
        for (var note : notes) {
            var named = HEAD.matcher(note.text());
            if (!named.find()) continue;
            rows.stream().filter(r -> r.sheet().equals(note.sheet()) && r.number() < note.number()).reduce((a, b) -> b)
                    .flatMap(taking::cohort).ifPresent(cohort -> all.put(cohort, named.group(1)));
        }
        return all;
    }

    /** One file being taken in. */
    private final class Taking {
        private final Map<String, Integer> yearBySheet = new HashMap<>();
        private final Map<String, StudentImport.Cohort> cohortByText = new HashMap<>();
        private final Map<String, Row> first = new HashMap<>();
        private final Map<String, StudentImport.Known> known = records.known();
        private final List<StudentImport.NewStudent> newStudents = new ArrayList<>();
        private final int firstGrade = Integer.parseInt(policies.value("school.grade.first", LocalDate.now(clock)).orElse("7"));

        Taking(List<Row> rows, List<Note> notes) {
            for (var note : notes) {
                var year = YEAR.matcher(note.text());
                if (year.find()) yearBySheet.putIfAbsent(note.sheet(), Integer.valueOf(year.group(1)));
            }
            var votes = new LinkedHashMap<String, Map<String, Integer>>();
            rows.forEach(r -> vote(r, votes));
            votes.forEach((key, years) -> years.entrySet().stream().max(Map.Entry.comparingByValue())
                    .ifPresent(year -> cohortByText.computeIfAbsent(key, k -> cohort(k.substring(k.indexOf('\n') + 1), k.substring(0, k.indexOf('\n')), year.getKey()))));
        }

        private void vote(Row row, Map<String, Map<String, Integer>> votes) {
            var text = classText(row);
            if (text == null || ClassName.read(text).isEmpty()) return;
            var no = row.get("student_no");
            votes.computeIfAbsent(row.sheet() + "\n" + text, t -> new HashMap<>()).merge(no != null && no.matches("20\\d{4,}.*") ? no.substring(0, 4) : "", 1, Integer::sum);
        }

        private StudentImport.Cohort cohort(String text, String sheet, String byNumbers) {
            var name = ClassName.read(text).orElseThrow();
            var year = yearBySheet.get(sheet);
            if (year != null) return new StudentImport.Cohort(name.entryYear(LocalDate.of(year, 9, 1), firstGrade), name.number());
            if (name.cohort() == null && !byNumbers.isEmpty()) return new StudentImport.Cohort(Integer.parseInt(byNumbers), name.number());
            return new StudentImport.Cohort(name.entryYear(LocalDate.now(clock), firstGrade), name.number());
        }

        Optional<StudentImport.Cohort> cohort(Row row) {
            return Optional.ofNullable(cohortByText.get(row.sheet() + "\n" + classText(row)));
        }

        Outcome judge(Row row) {
            for (var field : List.of("student_no", "name")) {
                if (row.get(field) == null) return Outcome.of(Verdict.PROBLEM, row, field, "import.students.missing");
            }
            var cohort = cohort(row).orElse(null);
            if (cohort == null) return Outcome.of(Verdict.PROBLEM, row, "class", "import.students.no-class");
            var note = row.get("note");
            if (note != null && LEFT.matcher(note).find()) return Outcome.of(Verdict.PROBLEM, row, "note", "import.students.left", note);
            var no = row.get("student_no");
            var name = tidy(row.get("name"));
            var earlier = first.putIfAbsent(no, row);
            if (earlier != null) return again(row, earlier, cohort);
            var there = known.get(no);
            if (there != null) {
                if (!there.name().equals(name)) return Outcome.of(Verdict.PROBLEM, row, "student_no", "rule.school.student-no-taken", no, there.name());
                return cohort.equals(there.in()) ? Outcome.of(Verdict.DUPLICATE, row, "student_no", "import.students.there-already", no, name)
                        : Outcome.of(Verdict.PROBLEM, row, "class", "import.students.other-class", name, there.in() == null ? "—" : there.in().title());
            }
            var made = new StudentImport.NewStudent(no, name, sex(row.get("sex")), cohort);
            newStudents.add(made);
            return Outcome.accepted(row, new WorkRef("school.student", made.id(), no));
        }

        private Outcome again(Row row, Row earlier, StudentImport.Cohort cohort) {
            if (!tidy(String.valueOf(earlier.get("name"))).equals(tidy(row.get("name")))) {
                return Outcome.of(Verdict.PROBLEM, row, "student_no", "import.students.two-names", earlier.number(), earlier.get("name"));
            }
            if (cohort(earlier).filter(cohort::equals).isPresent()) return Outcome.of(Verdict.DUPLICATE, row, "student_no", "import.students.twice", earlier.sheet(), earlier.number());
            return Outcome.of(Verdict.PROBLEM, row, "student_no", "import.students.two-classes", earlier.number(), String.valueOf(classText(earlier)));
        }
    }

    /** The class column, with the grade before it where it says only which of the grade; or a sheet that is named after the class. */
    private static @Nullable String classText(Row row) {
        var text = row.get("class");
        if (text == null) return row.sheet();
        if (row.get("grade") == null || !ALONE.matcher(text).matches() && ClassName.read(text).isPresent()) return text;
        return row.get("grade") + text;
    }

    private static String tidy(String name) {
        return name.codePoints().allMatch(c -> Character.isIdeographic(c) || Character.isWhitespace(c)) ? name.replaceAll("[\\s　]+", "") : name.strip();
    }

    private static @Nullable String sex(@Nullable String text) {
        if (text == null) return null;
        return switch (text.strip()) {
            case "男", "M", "m" -> "M";
            case "女", "F", "f" -> "F";
            default -> null;
        };
    }
}
