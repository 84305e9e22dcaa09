package org.zongwu.school.student;

import static zongwu.db.school.Tables.ENROLMENT;
import static zongwu.db.school.Tables.SCHOOL_CLASS;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Cell;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Provenances;
import org.zongwu.web.Shown;

/** The card of a student: the classes he was in, and why he left each. */
@Component
class StudentCards {
    private final DSLContext db;
    private final StudentRepository students;
    private final Trail trail;
    private final Provenances provenances;
    private final Messages messages;
    private final Tenancy tenancy;

    StudentCards(DSLContext db, StudentRepository students, Trail trail, Provenances provenances, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.students = students;
        this.trail = trail;
        this.provenances = provenances;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    StudentRepository.Student student(UUID id) {
        return students.find(id).orElseThrow(NotFound::new);
    }

    /** A student whom this reader may not see is not there. */
    CardPage card(UUID id, Actor actor) {
        var s = student(id);
        if (!mayRead(id, actor)) throw new NotFound();
        var last = students.lastEnrolment(id);
        var present = last.filter(e -> e.to() == null).isPresent();
        var facts = List.of(Fact.of(messages.say("school.student.student_no"), s.studentNo()), Fact.of(messages.say("school.student.sex"), sex(s.sex())));
        return new CardPage(s.name(), messages.say(present ? "school.student.present" : "school.student.gone"), Column.Mark.END,
                StudentController.PATH, messages.say("school.student.title"), facts, List.of(stays(id)), Timeline.of(trail.steps(id), messages), buttons(id, present, actor)).from(provenances.of(id, actor));
    }

    private boolean mayRead(UUID id, Actor actor) {
        return db.fetchExists(db.selectOne().from(ENROLMENT).join(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID))
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.STUDENT_ID.eq(id), StudentRegister.readableBy(actor)));
    }

    private CardPage.Listing stays(UUID id) {
        var rows = db.select(ENROLMENT.CLASS_ID, StudentRegister.classTitle(), ENROLMENT.VALID_FROM, ENROLMENT.VALID_TO, ENROLMENT.LEAVING_REASON, ENROLMENT.GRADE).from(ENROLMENT)
                .join(SCHOOL_CLASS).on(SCHOOL_CLASS.SCHOOL_ID.eq(ENROLMENT.SCHOOL_ID), SCHOOL_CLASS.ID.eq(ENROLMENT.CLASS_ID))
                .where(ENROLMENT.SCHOOL_ID.eq(tenancy.current()), ENROLMENT.STUDENT_ID.eq(id)).orderBy(ENROLMENT.VALID_FROM.desc())
                .fetch(r -> List.of(new Cell(r.value2(), "/school/classes/" + r.value1()), Cell.of(Shown.day(r.value3())), Cell.of(Shown.day(r.value4())),
                        Cell.of(r.value5() == null ? "" : messages.say("leavingreason." + r.value5())), Cell.of(messages.say("grade." + r.value6()))));
        return new CardPage.Listing(messages.say("school.student.stays"), List.of(messages.say("school.student.class"), messages.say("label.valid_from"),
                messages.say("label.valid_to"), messages.say("label.reason"), messages.say("label.grade")), rows, messages.say("school.student.stays.empty"));
    }

    private String sex(@Nullable String sex) {
        return sex == null ? "" : messages.say("sex." + sex);
    }

    private List<Button> buttons(UUID id, boolean present, Actor actor) {
        if (!actor.holds(Duty.GA_DIRECTOR)) return List.of();
        var path = StudentController.PATH + "/" + id;
        var all = new ArrayList<Button>();
        all.add(Button.link(messages.say("school.edit"), path + "/edit", "edit"));
        if (present) {
            all.add(Button.link(messages.say("school.student.move.do"), path + "/move", "right"));
            all.add(Button.link(messages.say("school.student.leaving.do"), path + "/leaving", "logout"));
        } else {
            all.add(Button.link(messages.say("school.student.return.do"), path + "/return", "undo"));
        }
        return all;
    }
}
