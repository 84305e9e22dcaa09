package org.zongwu.staff.overtime;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.department;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.staff.Tables.OVERTIME;

import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;
import org.zongwu.web.Column.Kind;
import org.zongwu.web.Column.Mark;

/** 加班登记 (domain.md §3.54): approved hours only, {@code overtime.hours.per.day} of them a working day. */
@Configuration(proxyBeanMethods = false)
class OvertimeBook {
    enum State implements BookState {
        REQUESTED, APPROVED;

        @Override
        public Mark mark() {
            return this == REQUESTED ? Mark.WAIT : Mark.END;
        }
    }

    @Bean
    Logbook overtime(Policies policies) {
        var approved = OVERTIME.APPROVER.isNotNull();
        return Logbook.of(OVERTIME).series("JB").menu("staff", 520)
                .reads(PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, AUDIT_MEMBER).writes(GA_DIRECTOR).everyoneWrites().own(OVERTIME.PERSON_ID)
                .blanks(department(OVERTIME.DEPARTMENT_ID, OVERTIME.DEPARTMENT).optional().filtered(), person(OVERTIME.PERSON_ID, OVERTIME.PERSON).counted(),
                        day(OVERTIME.DAY).today(), text(OVERTIME.TIMES).optional(), quantity(OVERTIME.HOURS).optional().summed().unit("天", "8"),
                        area(OVERTIME.REASON), text(OVERTIME.COMPENSATION).optional(), area(OVERTIME.REMARK).optional())
                .title(OVERTIME.REASON).once(OVERTIME.PERSON, OVERTIME.DAY, OVERTIME.TIMES)
                .states(State.values()).begins(in -> in.has(OVERTIME.APPROVER) ? State.APPROVED : State.REQUESTED)
                .completes(in -> complete(in, policies))
                .must("R-OT-2", OVERTIME.HOURS, "rule.staff.overtime.no-hours", in -> in.has(OVERTIME.HOURS) && in.get(OVERTIME.HOURS).signum() > 0)
                .filed("R-OT-1", OVERTIME.APPROVER, "rule.staff.overtime.not-approved", in -> in.has(OVERTIME.APPROVER))
                .notes("R-OT-1", OVERTIME.APPROVER, "rule.staff.overtime.own-approver", in -> !in.has(OVERTIME.APPROVER) || !in.get(OVERTIME.APPROVER).equals(in.get(OVERTIME.PERSON)))
                .step(Step.named("approval").from(State.REQUESTED).to(State.APPROVED).by(GA_DIRECTOR, VP_LOGISTICS, PRINCIPAL)
                        .notBy("R-OT-1", OVERTIME.PERSON_ID).signs(OVERTIME.APPROVER_ID, OVERTIME.APPROVER))
                .importsToo(person(OVERTIME.APPROVER_ID, OVERTIME.APPROVER).optional())
                .flag("approved", approved).flag("waiting", approved.not())
                .computed("days", Kind.QUANTITY, true, asOf -> OVERTIME.HOURS.div(OVERTIME.HOURS_A_DAY))
                .figures(Measure.sum("OVERTIME_HOURS", Unit.HOUR, OVERTIME.HOURS).of("approved"), Measure.computed("OVERTIME_DAYS", Unit.DAY, "days").of("approved"),
                        Measure.different("OVERTIME_PERSONS", Unit.PERSON, OVERTIME.PERSON).of("approved"),
                        Measure.sum("OWN_OVERTIME_HOURS", Unit.HOUR, OVERTIME.HOURS).of("approved").whose(OVERTIME.PERSON_ID), Measure.computed("OWN_OVERTIME_DAYS", Unit.DAY, "days").of("approved").whose(OVERTIME.PERSON_ID))
                .asks("approve", "waiting", null, GA_DIRECTOR).imports(620);
    }

    private static void complete(Draft in, Policies policies) {
        if (in.has(OVERTIME.TIMES)) in.complete(OVERTIME.HOURS, Hours.between(in.get(OVERTIME.TIMES)));
        var day = in.get(OVERTIME.DAY);
        if (day != null) in.set(OVERTIME.HOURS_A_DAY, new BigDecimal(policies.value("overtime.hours.per.day", day).orElse("8")));
    }
}
