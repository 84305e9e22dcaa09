package org.zongwu.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.school.SetUp;

/** A school with those who stamp, each really charged with his duty. */
@Office
public abstract class ApprovalsOffice {
    @Autowired protected Schools schools;
    @Autowired protected Tenancy tenancy;
    @Autowired protected SetUp setUp;
    @Autowired protected Approvals approvals;
    @Autowired protected TestBills bills;
    @Autowired protected List<Control> controls;
    @Autowired protected DSLContext db;
    @Autowired protected TestClock clock;

    protected long school;
    protected Actor maker;
    protected Actor accountant;
    protected Actor vice;
    protected Actor principal;
    protected Actor secretary;
    protected Actor director;
    protected Actor teacher;

    protected void openSchool() {
        school = schools.open("a-" + UUID.randomUUID().toString().substring(0, 20), "审批学校", false).id();
        maker = person("2001", "刘洋", Duty.BUYER);
        accountant = person("2002", "陈会计", Duty.ACCOUNTANT);
        vice = person("2003", "赵副校长", Duty.VP_LOGISTICS);
        principal = person("2004", "王校长", Duty.PRINCIPAL);
        secretary = person("2005", "孙书记", Duty.PARTY_SECRETARY);
        director = person("2006", "周主任", Duty.GA_DIRECTOR);
        teacher = person("2007", "吴老师", Duty.TEACHER);
    }

    protected Actor person(String staffNo, String name, Duty... duties) {
        return tenancy.<Actor>write(school, () -> {
            var id = setUp.firstEmployee(staffNo, name, "总务处");
            for (var duty : duties) setUp.firstDuty(id, duty);
            return new Actor(school, id, name, Set.of(duties));
        });
    }

    protected UUID submitted(Actor by, UUID bill) {
        return approvals.submit(by, TestBills.KIND, bill);
    }

    protected CourseState state(UUID bill) {
        return tenancy.<CourseState>read(school, () -> approvals.standing(TestBills.KIND, bill).orElseThrow().state());
    }

    /** Writes a stamp as the application's role, past all Java. */
    protected void stampBySql(UUID course, int round, int step, Actor by, Actor holder, UUID delegation, String digest) {
        tenancy.write(school, () -> {
            db.execute("""
                    insert into approvals.stamp (school_id, id, course_id, round_no, step_no, decides, resolution, verdict, employee_id, holder_id, delegation_id, digest, at)
                    select s.school_id, gen_random_uuid(), s.course_id, s.round_no, s.step_no, s.decides, s.resolution, 'APPROVED', ?, ?, ?::uuid,
                      coalesce(?::text, (select r.digest from approvals.round r where r.school_id = s.school_id and r.course_id = s.course_id and r.round_no = s.round_no)), ?::timestamptz
                    from approvals.step s where s.school_id = ? and s.course_id = ? and s.round_no = ? and s.step_no = ?""",
                    by.employeeId(), holder.employeeId(), delegation, digest, clock.instant().atOffset(java.time.ZoneOffset.UTC), school, course, round, step);
            return true;
        });
    }

    protected static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).hasMessageContaining(rule);
    }

    protected static void refusedByTheDatabase(String constraint, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(DataAccessException.class).rootCause().isInstanceOfSatisfying(PSQLException.class,
                e -> assertThat(e.getMessage() + " " + e.getServerErrorMessage().getConstraint()).contains(constraint));
    }

    /** What approvals promise of all their records, and that the trail knows every row. */
    protected void everythingHolds() {
        tenancy.read(school, () -> {
            var ours = controls.stream().filter(c -> c.id().matches("R-1P-.*|R-EXP-8|TRAIL-ROWS")).toList();
            assertThat(ours).hasSize(5);
            for (var control : ours) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }
}
