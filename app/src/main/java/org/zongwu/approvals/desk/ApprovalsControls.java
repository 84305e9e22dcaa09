package org.zongwu.approvals.desk;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zongwu.db.approvals.Tables.BARRED;
import static zongwu.db.approvals.Tables.COURSE;
import static zongwu.db.approvals.Tables.DELEGATION;
import static zongwu.db.approvals.Tables.ROUND;
import static zongwu.db.approvals.Tables.STAMP;
import static zongwu.db.approvals.Tables.STEP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Approvable;
import org.zongwu.kernel.Control;
import org.zongwu.web.Messages;

/** What must hold of every course, asked of the rows themselves. */
@Configuration(proxyBeanMethods = false)
class ApprovalsControls {
    private final DSLContext db;
    private final Approvables approvables;
    private final Messages messages;
    private final Tenancy tenancy;

    ApprovalsControls(DSLContext db, Approvables approvables, Messages messages, Tenancy tenancy) {
        this.db = db;
        this.approvables = approvables;
        this.messages = messages;
        this.tenancy = tenancy;
    }

    private record Check(String id, Supplier<Control.Result> asked) implements Control {
        @Override
        public Result check() {
            return asked.get();
        }
    }

    /** R-1P-1: what is approved has every stamp that it needed, and just one final one. */
    @Bean
    Control approvedByOneFinalStamp() {
        return new Check("R-1P-1", () -> {
            var finals = field(select(count()).from(STAMP).where(STAMP.SCHOOL_ID.eq(COURSE.SCHOOL_ID), STAMP.COURSE_ID.eq(COURSE.ID), STAMP.ROUND_NO.eq(COURSE.ROUND_NO), STAMP.DECIDES.isTrue(), STAMP.VERDICT.eq("APPROVED")));
            var given = selectOne().from(STAMP).where(STAMP.SCHOOL_ID.eq(STEP.SCHOOL_ID), STAMP.COURSE_ID.eq(STEP.COURSE_ID), STAMP.ROUND_NO.eq(STEP.ROUND_NO), STAMP.STEP_NO.eq(STEP.STEP_NO), STAMP.VERDICT.eq("APPROVED"));
            var missing = exists(selectOne().from(STEP).where(STEP.SCHOOL_ID.eq(COURSE.SCHOOL_ID), STEP.COURSE_ID.eq(COURSE.ID), STEP.ROUND_NO.eq(COURSE.ROUND_NO), notExists(given)));
            var approved = COURSE.SCHOOL_ID.eq(tenancy.current()).and(COURSE.STATE.eq("APPROVED"));
            var findings = db.select(COURSE.OBJECT_NO, finals).from(COURSE).where(approved, finals.ne(1).or(missing)).orderBy(COURSE.OPENED_AT).fetch(r -> messages.say("control.approvals.finals", r.value1(), r.value2()));
            return new Control.Result(db.fetchCount(COURSE, approved), findings);
        });
    }

    /** R-1P-2, R-EXP-1: nobody stamped his own, or twice, by his own hand or another's. */
    @Bean
    Control nobodyStampsHisOwn() {
        return new Check("R-1P-2", () -> {
            var other = STAMP.as("other");
            var own = exists(selectOne().from(BARRED).where(BARRED.SCHOOL_ID.eq(STAMP.SCHOOL_ID), BARRED.COURSE_ID.eq(STAMP.COURSE_ID), BARRED.ROUND_NO.eq(STAMP.ROUND_NO), BARRED.EMPLOYEE_ID.in(STAMP.EMPLOYEE_ID, STAMP.HOLDER_ID)));
            var twice = exists(selectOne().from(other).where(other.SCHOOL_ID.eq(STAMP.SCHOOL_ID), other.COURSE_ID.eq(STAMP.COURSE_ID), other.ROUND_NO.eq(STAMP.ROUND_NO), other.STEP_NO.ne(STAMP.STEP_NO),
                    other.EMPLOYEE_ID.in(STAMP.EMPLOYEE_ID, STAMP.HOLDER_ID).or(other.HOLDER_ID.in(STAMP.EMPLOYEE_ID, STAMP.HOLDER_ID))));
            var all = STAMP.SCHOOL_ID.eq(tenancy.current());
            var findings = db.select(COURSE.OBJECT_NO, STAMP.STEP_NO).from(STAMP).join(COURSE).on(COURSE.SCHOOL_ID.eq(STAMP.SCHOOL_ID), COURSE.ID.eq(STAMP.COURSE_ID)).where(all, own.or(twice)).orderBy(STAMP.AT)
                    .fetch(r -> messages.say("control.approvals.own", r.value1(), r.value2()));
            return new Control.Result(db.fetchCount(STAMP, all), findings);
        });
    }

    /** R-1P-3: who stamped in another's stead had a delegation that reached it. */
    @Bean
    Control standInsWereLet() {
        return new Check("R-1P-3", () -> {
            var day = field("({0} at time zone 'Asia/Shanghai')::date", LocalDate.class, STAMP.AT);
            var inStead = STAMP.SCHOOL_ID.eq(tenancy.current()).and(STAMP.DELEGATION_ID.isNotNull());
            var reaches = DELEGATION.DUTY.eq(STEP.DUTY).and(COURSE.KIND.eq(DSL.any(DELEGATION.KINDS))).and(day.between(DELEGATION.VALID_FROM, DELEGATION.VALID_TO))
                    .and(DELEGATION.MAX_AMOUNT.isNull().or(ROUND.AMOUNT.isNull()).or(DSL.abs(ROUND.AMOUNT).le(DELEGATION.MAX_AMOUNT))).and(DELEGATION.WITHDRAWN_AT.isNull().or(DELEGATION.WITHDRAWN_AT.ge(STAMP.AT)));
            var findings = db.select(COURSE.OBJECT_NO, STAMP.STEP_NO).from(STAMP).join(COURSE).on(COURSE.SCHOOL_ID.eq(STAMP.SCHOOL_ID), COURSE.ID.eq(STAMP.COURSE_ID))
                    .join(ROUND).on(ROUND.SCHOOL_ID.eq(STAMP.SCHOOL_ID), ROUND.COURSE_ID.eq(STAMP.COURSE_ID), ROUND.ROUND_NO.eq(STAMP.ROUND_NO))
                    .join(STEP).on(STEP.SCHOOL_ID.eq(STAMP.SCHOOL_ID), STEP.COURSE_ID.eq(STAMP.COURSE_ID), STEP.ROUND_NO.eq(STAMP.ROUND_NO), STEP.STEP_NO.eq(STAMP.STEP_NO))
                    .join(DELEGATION).on(DELEGATION.SCHOOL_ID.eq(STAMP.SCHOOL_ID), DELEGATION.ID.eq(STAMP.DELEGATION_ID)).where(inStead, DSL.not(reaches)).orderBy(STAMP.AT)
                    .fetch(r -> messages.say("control.approvals.stead", r.value1(), r.value2()));
            return new Control.Result(db.fetchCount(STAMP, inStead), findings);
        });
    }

    /** R-EXP-8: what was approved is still what was signed. */
    @Bean
    Control whatWasApprovedStands() {
        return new Check("R-EXP-8", () -> {
            var rows = db.select(COURSE.KIND, COURSE.OBJECT_ID, COURSE.OBJECT_NO, ROUND.DIGEST).from(COURSE)
                    .join(ROUND).on(ROUND.SCHOOL_ID.eq(COURSE.SCHOOL_ID), ROUND.COURSE_ID.eq(COURSE.ID), ROUND.ROUND_NO.eq(COURSE.ROUND_NO))
                    .where(COURSE.SCHOOL_ID.eq(tenancy.current()), COURSE.STATE.eq("APPROVED")).orderBy(COURSE.OPENED_AT).fetch();
            var findings = new ArrayList<String>();
            for (var r : rows) {
                var now = approvables.find(r.value1()).flatMap(a -> a.subject(r.value2())).map(Approvable.Subject::digest);
                if (now.isEmpty() || !now.get().equals(r.value4())) findings.add(messages.say("control.approvals.digest", r.value3()));
            }
            return new Control.Result(rows.size(), List.copyOf(findings));
        });
    }
}
