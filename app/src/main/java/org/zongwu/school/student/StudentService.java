package org.zongwu.school.student;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.schoolclass.ClassName;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Students come, change class and go on a day; on every day each is in one class or in none (R-ORG-2). */
@Service
class StudentService {
    private final StudentRepository students;
    private final Trail trail;
    private final Tenancy tenancy;

    StudentService(StudentRepository students, Trail trail, Tenancy tenancy) {
        this.students = students;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /**
     * Takes a new student into a class.
     *
     * @param from    the first day in the class
     * @param opening the student came with the new cohort, not by transfer from another school
     */
    void enrol(Actor by, StudentRepository.Student student, UUID classId, LocalDate from, boolean opening) {
        tenancy.write(by.schoolId(), () -> {
            requireFreeNo(student.studentNo());
            requireClassOn(classId, from);
            students.insert(student, Grade.WORKED);
            students.enrol(student.id(), classId, from, opening, Grade.WORKED);
            trail.write(by, "enrolled", ref(student), null, students.images(student.id()));
        });
    }

    void change(Actor by, StudentRepository.Student student, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            students.lock(student.id());
            var before = student(student.id());
            if (!before.studentNo().equals(student.studentNo())) requireFreeNo(student.studentNo());
            students.change(student);
            trail.write(by, "changed", ref(student), reason, students.images(student.id()));
        });
    }

    /** In another class from that day on; the day before is the last in the old one. */
    void move(Actor by, UUID id, UUID toClassId, LocalDate on, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            students.lock(id);
            var student = student(id);
            var there = present(student, on);
            if (there.classId().equals(toClassId)) throw RuleBroken.at("class", "R-ORG-2", "rule.school.same-class", student.name());
            requireClassOn(toClassId, on);
            students.endEnrolment(there.id(), on.minusDays(1), LeavingReason.MOVED);
            students.enrol(id, toClassId, on, false, Grade.WORKED);
            trail.write(by, "moved", ref(student), reason, students.images(id));
        });
    }

    /** No longer at the school from that day on. */
    void leave(Actor by, UUID id, LocalDate on, LeavingReason why, @Nullable String reason) {
        if (why == LeavingReason.MOVED) throw new IllegalArgumentException("a move names the other class");
        tenancy.write(by.schoolId(), () -> {
            students.lock(id);
            var student = student(id);
            students.endEnrolment(present(student, on).id(), on.minusDays(1), why);
            trail.write(by, "left", ref(student), reason, students.images(id));
        });
    }

    /** Back after a suspension, in the class that is named. */
    void comeBack(Actor by, UUID id, UUID classId, LocalDate from, @Nullable String reason) {
        tenancy.write(by.schoolId(), () -> {
            students.lock(id);
            var student = student(id);
            var last = students.lastEnrolment(id).orElseThrow();
            if (last.to() == null || !from.isAfter(last.to())) throw RuleBroken.at("from", "R-ORG-2", "rule.school.still-in-class", student.name());
            requireClassOn(classId, from);
            students.enrol(id, classId, from, false, Grade.WORKED);
            trail.write(by, "came-back", ref(student), reason, students.images(id));
        });
    }

    private StudentRepository.Enrolment present(StudentRepository.Student student, LocalDate on) {
        var last = students.lastEnrolment(student.id()).filter(e -> e.to() == null)
                .orElseThrow(() -> new RuleBroken("R-ORG-2", "rule.school.not-in-class", student.name()));
        if (!on.isAfter(last.from())) throw RuleBroken.at("on", "R-ORG-2", "rule.school.before-enrolment", student.name(), last.from());
        return last;
    }

    private void requireClassOn(UUID classId, LocalDate day) {
        var life = students.lockClass(classId).orElseThrow(NotFound::new);
        if (!life.existsOn(day)) throw RuleBroken.at("class", "R-ORG-2", "rule.school.class-not-on", ClassName.title(life.entryYear(), life.number()), day);
    }

    private void requireFreeNo(String studentNo) {
        students.byNo(studentNo).ifPresent(other -> {
            throw RuleBroken.at("student_no", "R-ORG-5", "rule.school.student-no-taken", studentNo, other.name());
        });
    }

    private StudentRepository.Student student(UUID id) {
        return students.find(id).orElseThrow(NotFound::new);
    }

    private static WorkRef ref(StudentRepository.Student s) {
        return new WorkRef("school.student", s.id(), s.studentNo());
    }
}
