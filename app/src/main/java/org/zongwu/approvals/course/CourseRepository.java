package org.zongwu.approvals.course;

import static zongwu.db.approvals.Tables.BARRED;
import static zongwu.db.approvals.Tables.COURSE;
import static zongwu.db.approvals.Tables.ROUND;
import static zongwu.db.approvals.Tables.STAMP;
import static zongwu.db.approvals.Tables.STEP;
import static zongwu.db.school.Tables.PERSON;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.approvals.Approvals.Standing;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.course.Stamp.Person;
import org.zongwu.approvals.course.Stamp.Resolution;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable.Subject;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;

/** Courses with their rounds, steps and stamps. */
@Repository
class CourseRepository {
    private static final zongwu.db.school.tables.Person OPENER = PERSON.as("opener");
    private static final zongwu.db.school.tables.Person WITHDRAWER = PERSON.as("withdrawer");
    private static final zongwu.db.school.tables.Person SIGNER = PERSON.as("signer");
    private static final zongwu.db.school.tables.Person HOLDER = PERSON.as("holder");

    private final DSLContext db;
    private final Tenancy tenancy;

    CourseRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void open(UUID id, String kind, Subject subject, @Nullable UUID ruleId, Actor by, Instant at) {
        db.insertInto(COURSE).set(COURSE.SCHOOL_ID, tenancy.current()).set(COURSE.ID, id).set(COURSE.KIND, kind).set(COURSE.OBJECT_ID, subject.ref().id()).set(COURSE.OBJECT_TYPE, subject.ref().type())
                .set(COURSE.OBJECT_NO, subject.ref().no()).set(COURSE.RULE_ID, ruleId).set(COURSE.OPENED_BY, by.employeeId()).set(COURSE.OPENED_AT, at).execute();
    }

    /** What is signed from now on, by whom it may not be, and the stamps that it needs. */
    void begin(UUID courseId, int round, Subject subject, Set<UUID> barred, List<Step> steps, Actor by, Instant at) {
        db.insertInto(ROUND).set(ROUND.SCHOOL_ID, tenancy.current()).set(ROUND.ID, Ids.next()).set(ROUND.COURSE_ID, courseId).set(ROUND.ROUND_NO, round).set(ROUND.TITLE, subject.title())
                .set(ROUND.LINK, subject.link()).set(ROUND.AMOUNT, subject.amount() == null ? null : subject.amount().fen()).set(ROUND.DIGEST, subject.digest()).set(ROUND.BEGUN_BY, by.employeeId())
                .set(ROUND.BEGUN_AT, at).execute();
        for (var person : barred) {
            db.insertInto(BARRED).set(BARRED.SCHOOL_ID, tenancy.current()).set(BARRED.ID, Ids.next()).set(BARRED.COURSE_ID, courseId).set(BARRED.ROUND_NO, round).set(BARRED.EMPLOYEE_ID, person).execute();
        }
        for (var s : steps) {
            db.insertInto(STEP).set(STEP.SCHOOL_ID, tenancy.current()).set(STEP.ID, Ids.next()).set(STEP.COURSE_ID, courseId).set(STEP.ROUND_NO, round).set(STEP.STEP_NO, s.no()).set(STEP.DUTY, s.duty().name())
                    .set(STEP.DECIDES, s.decides()).set(STEP.RESOLUTION, s.resolution()).set(STEP.INSTEAD_OF, s.insteadOf() == null ? null : s.insteadOf().name()).execute();
        }
    }

    void advance(UUID courseId, int round) {
        db.update(COURSE).set(COURSE.ROUND_NO, round).where(course(courseId)).execute();
    }

    /** Two who decide at once meet here; what has ended can no longer be locked, but it can be read. */
    void lock(UUID id) {
        db.select(COURSE.ID).from(COURSE).where(course(id)).forNoKeyUpdate().fetch();
    }

    void stamp(UUID courseId, Step step, Stamp s) {
        var resolution = s.resolution();
        db.insertInto(STAMP).set(STAMP.SCHOOL_ID, tenancy.current()).set(STAMP.ID, s.id()).set(STAMP.COURSE_ID, courseId).set(STAMP.ROUND_NO, s.round()).set(STAMP.STEP_NO, s.step()).set(STAMP.DECIDES, step.decides())
                .set(STAMP.RESOLUTION, step.resolution()).set(STAMP.VERDICT, s.verdict().name()).set(STAMP.EMPLOYEE_ID, s.person().id()).set(STAMP.HOLDER_ID, s.holder().id())
                .set(STAMP.DELEGATION_ID, s.delegationId()).set(STAMP.DIGEST, s.digest()).set(STAMP.RESOLUTION_NO, resolution == null ? null : resolution.no())
                .set(STAMP.RESOLUTION_ON, resolution == null ? null : resolution.on()).set(STAMP.WORDS, s.words()).set(STAMP.AT, s.at()).execute();
    }

    void decide(UUID courseId, Step step, Verdict verdict, Instant at) {
        db.update(COURSE).set(COURSE.STATE, verdict.name()).set(COURSE.DECISION, verdict.name()).set(COURSE.DECIDED_STEP, step.no()).set(COURSE.ENDED_AT, at).where(course(courseId)).execute();
    }

    void withdraw(UUID courseId, Actor by, String words, Instant at) {
        db.update(COURSE).set(COURSE.STATE, CourseState.WITHDRAWN.name()).set(COURSE.WITHDRAWN_BY, by.employeeId()).set(COURSE.WORDS, words).set(COURSE.ENDED_AT, at).where(course(courseId)).execute();
    }

    /** The one that waits or is approved. */
    Optional<UUID> live(String kind, UUID objectId) {
        return db.select(COURSE.ID).from(COURSE).where(COURSE.SCHOOL_ID.eq(tenancy.current()), COURSE.KIND.eq(kind), COURSE.OBJECT_ID.eq(objectId), COURSE.STATE.in("WAITING", "APPROVED"))
                .fetchOptional(COURSE.ID);
    }

    Optional<UUID> newest(String kind, UUID objectId) {
        return db.select(COURSE.ID).from(COURSE).where(COURSE.SCHOOL_ID.eq(tenancy.current()), COURSE.KIND.eq(kind), COURSE.OBJECT_ID.eq(objectId)).orderBy(COURSE.OPENED_AT.desc(), COURSE.ID.desc()).limit(1)
                .fetchOptional(COURSE.ID);
    }

    List<Standing> newest(String kind, List<UUID> objectIds) {
        return db.select(COURSE.ID, COURSE.OBJECT_ID, COURSE.STATE).distinctOn(COURSE.OBJECT_ID).from(COURSE)
                .where(COURSE.SCHOOL_ID.eq(tenancy.current()), COURSE.KIND.eq(kind), COURSE.OBJECT_ID.eq(org.jooq.impl.DSL.any(objectIds.toArray(UUID[]::new))))
                .orderBy(COURSE.OBJECT_ID, COURSE.OPENED_AT.desc(), COURSE.ID.desc()).fetch(r -> new Standing(r.value2(), r.value1(), CourseState.valueOf(r.value3()), CoursePages.PATH + "/" + r.value1()));
    }

    Optional<Course> find(UUID id) {
        return db.select(COURSE.fields()).select(ROUND.TITLE, ROUND.LINK, ROUND.AMOUNT, ROUND.DIGEST, OPENER.NAME, WITHDRAWER.NAME).from(COURSE)
                .join(ROUND).on(ROUND.SCHOOL_ID.eq(COURSE.SCHOOL_ID), ROUND.COURSE_ID.eq(COURSE.ID), ROUND.ROUND_NO.eq(COURSE.ROUND_NO))
                .join(OPENER).on(OPENER.SCHOOL_ID.eq(COURSE.SCHOOL_ID), OPENER.ID.eq(COURSE.OPENED_BY)).leftJoin(WITHDRAWER).on(WITHDRAWER.SCHOOL_ID.eq(COURSE.SCHOOL_ID), WITHDRAWER.ID.eq(COURSE.WITHDRAWN_BY))
                .where(course(id)).fetchOptional(this::course);
    }

    private Course course(Record r) {
        var id = r.get(COURSE.ID);
        var round = r.get(COURSE.ROUND_NO);
        var barred = new HashSet<>(db.select(BARRED.EMPLOYEE_ID).from(BARRED).where(BARRED.SCHOOL_ID.eq(tenancy.current()), BARRED.COURSE_ID.eq(id), BARRED.ROUND_NO.eq(round)).fetch(BARRED.EMPLOYEE_ID));
        var steps = db.selectFrom(STEP).where(STEP.SCHOOL_ID.eq(tenancy.current()), STEP.COURSE_ID.eq(id), STEP.ROUND_NO.eq(round)).orderBy(STEP.STEP_NO)
                .fetch(s -> new Step(s.getStepNo(), Duty.valueOf(s.getDuty()), s.getDecides(), s.getResolution(), s.getInsteadOf() == null ? null : Duty.valueOf(s.getInsteadOf())));
        var withdrawer = r.get(COURSE.WITHDRAWN_BY) == null ? null : new Person(r.get(COURSE.WITHDRAWN_BY), r.get(WITHDRAWER.NAME));
        return new Course(id, r.get(COURSE.KIND), new WorkRef(r.get(COURSE.OBJECT_TYPE), r.get(COURSE.OBJECT_ID), r.get(COURSE.OBJECT_NO)), r.get(COURSE.RULE_ID), CourseState.valueOf(r.get(COURSE.STATE)), round,
                r.get(ROUND.TITLE), r.get(ROUND.LINK), r.get(ROUND.AMOUNT) == null ? null : new Money(r.get(ROUND.AMOUNT)), r.get(ROUND.DIGEST), barred, steps, stamps(id),
                new Person(r.get(COURSE.OPENED_BY), r.get(OPENER.NAME)), r.get(COURSE.OPENED_AT), r.get(COURSE.ENDED_AT), withdrawer, r.get(COURSE.WORDS));
    }

    private List<Stamp> stamps(UUID courseId) {
        return db.select(STAMP.fields()).select(SIGNER.NAME, HOLDER.NAME).from(STAMP).join(SIGNER).on(SIGNER.SCHOOL_ID.eq(STAMP.SCHOOL_ID), SIGNER.ID.eq(STAMP.EMPLOYEE_ID))
                .join(HOLDER).on(HOLDER.SCHOOL_ID.eq(STAMP.SCHOOL_ID), HOLDER.ID.eq(STAMP.HOLDER_ID))
                .where(STAMP.SCHOOL_ID.eq(tenancy.current()), STAMP.COURSE_ID.eq(courseId)).orderBy(STAMP.ROUND_NO, STAMP.STEP_NO)
                .fetch(r -> new Stamp(r.get(STAMP.ID), r.get(STAMP.ROUND_NO), r.get(STAMP.STEP_NO), Verdict.valueOf(r.get(STAMP.VERDICT)), person(r, STAMP.EMPLOYEE_ID, SIGNER.NAME), person(r, STAMP.HOLDER_ID, HOLDER.NAME),
                        r.get(STAMP.DELEGATION_ID), r.get(STAMP.DIGEST), r.get(STAMP.RESOLUTION_NO) == null ? null : new Resolution(r.get(STAMP.RESOLUTION_NO), r.get(STAMP.RESOLUTION_ON)), r.get(STAMP.WORDS),
                        r.get(STAMP.AT)));
    }

    private static Person person(Record r, Field<UUID> id, Field<String> name) {
        return new Person(r.get(id), r.get(name));
    }

    /** Of a course that was opened or begins again: itself, and what the round brought. */
    Images images(UUID id, int round) {
        var school = tenancy.current();
        return Images.of(COURSE, course(id)).and(ROUND, ROUND.SCHOOL_ID.eq(school).and(ROUND.COURSE_ID.eq(id)).and(ROUND.ROUND_NO.eq(round)))
                .and(BARRED, BARRED.SCHOOL_ID.eq(school).and(BARRED.COURSE_ID.eq(id)).and(BARRED.ROUND_NO.eq(round))).and(STEP, STEP.SCHOOL_ID.eq(school).and(STEP.COURSE_ID.eq(id)).and(STEP.ROUND_NO.eq(round)));
    }

    Images images(UUID id) {
        return Images.of(COURSE, course(id));
    }

    Images images(UUID id, Stamp stamp) {
        return images(id).and(STAMP, STAMP.SCHOOL_ID.eq(tenancy.current()).and(STAMP.ID.eq(stamp.id())));
    }

    private Condition course(UUID id) {
        return COURSE.SCHOOL_ID.eq(tenancy.current()).and(COURSE.ID.eq(id));
    }
}
