package org.zongwu.approvals.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.approvals.TestBills.KIND;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.approvals.ApprovalsOffice;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.course.CourseService.Decision;
import org.zongwu.approvals.course.Stamp.Resolution;
import org.zongwu.approvals.delegation.Delegation;
import org.zongwu.approvals.delegation.DelegationService;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;

/** A document goes from stamp to stamp, and what must not happen is refused here and by the database. */
class CourseIT extends ApprovalsOffice {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Resolution RESOLUTION = new Resolution("校办〔2026〕12号", TODAY.minusDays(3));

    @Autowired CourseService service;
    @Autowired DelegationService delegations;

    @BeforeEach
    void school() {
        openSchool();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private Course course(UUID id) {
        return tenancy.<Course>read(school, () -> service.course(id));
    }

    private CourseState agree(Actor by, UUID course) {
        return decide(by, course, Verdict.APPROVED, null);
    }

    private CourseState decide(Actor by, UUID id, Verdict verdict, String words) {
        var shown = course(id);
        var step = shown.awaited().map(Step::no).orElse(1);
        clock.advance(Duration.ofMinutes(1));
        return service.stamp(by, id, new Decision(verdict, step, shown.digest(), RESOLUTION, words));
    }

    private UUID delegate(Actor from, Actor to, Duty duty, String max) {
        var id = Ids.next();
        delegations.give(from, new Delegation(id, duty, from.employeeId(), to.employeeId(), TODAY, TODAY.plusDays(6), Set.of(KIND), max == null ? null : Money.ofYuan(max), "出差", clock.instant(), null));
        return id;
    }

    @Test
    void from_submission_to_the_final_stamp_and_the_module_is_told() {
        var bill = bills.make(maker, "复印纸 200 包", "5000");
        var id = submitted(maker, bill);
        assertThat(agree(accountant, id)).isEqualTo(CourseState.WAITING);
        assertThat(agree(vice, id)).isEqualTo(CourseState.WAITING);
        assertThat(bills.told(bill)).isEmpty();
        assertThat(agree(principal, id)).isEqualTo(CourseState.APPROVED);
        assertThat(bills.told(bill)).containsExactly("approved by 王校长");
        assertThat(course(id).stamps()).extracting(s -> s.person().name()).containsExactly("陈会计", "赵副校长", "王校长");
        refused("on-its-way.APPROVED", () -> submitted(maker, bill));
        everythingHolds();
    }

    @Test
    void a_module_that_cannot_takes_the_stamp_back_with_it() {
        var bill = bills.make(maker, "不能批的", "10");
        var id = submitted(maker, bill);
        agree(accountant, id);
        refused("the module cannot", () -> agree(principal, id));
        assertThat(state(bill)).isEqualTo(CourseState.WAITING);
        assertThat(course(id).stamps()).hasSize(1);
        everythingHolds();
    }

    @Test
    void what_is_returned_is_mended_and_submitted_again() {
        var bill = bills.make(maker, "粉笔", "300");
        var id = submitted(maker, bill);
        refused("on-its-way.WAITING", () -> submitted(maker, bill));
        decide(accountant, id, Verdict.RETURNED, "发票抬头不对");
        assertThat(bills.told(bill)).containsExactly("returned by 陈会计: 发票抬头不对");
        refused("decided-already.RETURNED", () -> agree(principal, id));
        var again = submitted(maker, bill);
        agree(accountant, again);
        agree(principal, again);
        assertThat(state(bill)).isEqualTo(CourseState.APPROVED);
        everythingHolds();
    }

    @Test
    void nobody_signs_his_own_request() {
        var own = bills.make(accountant, "会计自己的报销", "100", principal.employeeId());
        refused("R-1P-2", () -> submitted(accountant, own)); // only one accountant, and no supervisor
        var supervisor = person("2010", "郑主管", Duty.ACC_SUPERVISOR);
        var id = submitted(accountant, own);
        refused("rule.approvals.own", () -> agree(accountant, id));
        refusedByTheDatabase("stamp_not_own", () -> stampBySql(id, 1, 1, accountant, accountant, null, null));
        agree(supervisor, id);
        refused("rule.approvals.own", () -> agree(principal, id)); // the payee
        refusedByTheDatabase("stamp_not_own", () -> stampBySql(id, 1, 2, principal, principal, null, null));
        assertThat(agree(secretary, id)).isEqualTo(CourseState.APPROVED);
        everythingHolds();
    }

    @Test
    void whoever_submits_it_for_another_does_not_sign_it_either() {
        var bill = bills.make(teacher, "老师的报销", "100");
        person("2010", "郑主管", Duty.ACC_SUPERVISOR);
        var id = submitted(accountant, bill);
        refused("rule.approvals.own", () -> agree(accountant, id));
    }

    @Test
    void nobody_stands_in_for_himself_and_no_stand_in_signs_what_is_his_own() {
        refused("stands-in-for-himself", () -> delegate(principal, principal, Duty.PRINCIPAL, null));
        refusedByTheDatabase("delegation_check", () -> delegateBySql(principal, principal, "PRINCIPAL"));
        refused("not-yours-to-give", () -> delegate(teacher, maker, Duty.PRINCIPAL, null));
        refusedByTheDatabase("delegation_by_holder", () -> delegateBySql(teacher, maker, "PRINCIPAL"));
        var toMaker = delegate(principal, maker, Duty.PRINCIPAL, null);
        var bill = bills.make(maker, "拖把", "100");
        var id = submitted(maker, bill);
        agree(accountant, id);
        refused("rule.approvals.own", () -> agree(maker, id));
        refusedByTheDatabase("stamp_not_own", () -> stampBySql(id, 1, 2, maker, principal, toMaker, null));
        var ofThePayee = delegate(secretary, teacher, Duty.PARTY_SECRETARY, null);
        var own = bills.make(maker, "书记的差旅", "100", principal.employeeId(), secretary.employeeId());
        person("2011", "钱书记", Duty.PARTY_SECRETARY);
        var course = submitted(maker, own);
        agree(accountant, course);
        refused("rule.approvals.holder-own", () -> agree(teacher, course));
        refusedByTheDatabase("stamp_not_own", () -> stampBySql(course, 1, 2, teacher, secretary, ofThePayee, null));
        everythingHolds();
    }

    private void delegateBySql(Actor from, Actor to, String duty) {
        tenancy.write(school, () -> db.execute("insert into approvals.delegation (school_id, id, duty, holder_id, stand_in_id, valid_from, valid_to, kinds, reason, given_at) values (?, ?, ?, ?, ?, ?, ?, array['TEST_BILL'], '出差', ?::timestamptz)",
                school, Ids.next(), duty, from.employeeId(), to.employeeId(), TODAY, TODAY, clock.instant().atOffset(java.time.ZoneOffset.UTC)));
    }

    @Test
    void a_stand_in_signs_within_days_kinds_and_amount_and_the_stamp_says_for_whom() {
        var cashier = person("2012", "何出纳", Duty.CASHIER);
        refused("stand-in-incompatible", () -> delegate(accountant, cashier, Duty.ACCOUNTANT, null));
        refusedByTheDatabase("delegation_compatible", () -> delegateBySql(accountant, cashier, "ACCOUNTANT"));
        var given = delegate(principal, teacher, Duty.PRINCIPAL, "500");
        var small = submitted(maker, bills.make(maker, "五百块", "500"));
        var big = submitted(maker, bills.make(maker, "九百块", "900"));
        agree(accountant, small);
        agree(accountant, big);
        assertThat(tenancy.<List<CourseService.Awaited>>read(school, () -> service.awaited(teacher))).extracting(CourseService.Awaited::title).containsExactly("五百块");
        assertThat(agree(teacher, small)).isEqualTo(CourseState.APPROVED);
        assertThat(course(small).stamps().getLast()).satisfies(s -> assertThat(s.inStead()).isTrue()).satisfies(s -> assertThat(s.holder().name()).isEqualTo("王校长"));
        refused("beyond-delegation", () -> agree(teacher, big));
        refusedByTheDatabase("stamp_within_delegation", () -> stampBySql(big, 1, 2, teacher, principal, given, null));
        var next = submitted(maker, bills.make(maker, "过期的", "100"));
        agree(accountant, next);
        clock.set(TODAY.plusDays(7), java.time.LocalTime.of(9, 0));
        refused("R-EXP-7", () -> agree(teacher, next));
        refusedByTheDatabase("stamp_within_delegation", () -> stampBySql(next, 1, 2, teacher, principal, given, null));
        clock.set(TODAY.plusDays(6), java.time.LocalTime.of(9, 0));
        delegations.withdraw(principal, given);
        refused("R-EXP-7", () -> agree(teacher, next));
        refusedByTheDatabase("stamp_within_delegation", () -> stampBySql(next, 1, 2, teacher, principal, given, null));
        refusedByTheDatabase("stamp_by_holder", () -> stampBySql(next, 1, 2, teacher, teacher, null, null));
        everythingHolds();
    }

    @Test
    void a_stand_in_who_is_charged_since_with_what_excludes_it_stamps_no_more() {
        var given = delegate(accountant, teacher, Duty.ACCOUNTANT, null);
        var id = submitted(maker, bills.make(maker, "后来当了保管员", "100"));
        tenancy.write(school, () -> setUp.firstDuty(teacher.employeeId(), Duty.STOREKEEPER));
        refused("R-EXP-7", () -> agree(teacher, id));
        refusedByTheDatabase("stamp_compatible", () -> stampBySql(id, 1, 1, teacher, accountant, given, null));
    }

    @Test
    void a_later_stamp_before_an_earlier_is_refused() {
        var id = submitted(maker, bills.make(maker, "顺序", "5000"));
        refused("too-early", () -> agree(vice, id));
        refused("too-early", () -> agree(principal, id));
        refusedByTheDatabase("stamp_school_id_course_id_round_no_before_no", () -> stampBySql(id, 1, 2, vice, vice, null, null));
        agree(accountant, id);
        refused("too-early", () -> agree(principal, id));
    }

    @Test
    void a_change_voids_the_stamps_and_the_amount_of_now_decides_who_signs() {
        var bill = bills.make(maker, "先小后大", "800");
        var id = submitted(maker, bill);
        agree(accountant, id);
        var shown = course(id);
        approvals.changed(maker, KIND, bill);
        assertThat(course(id).stamps()).as("nothing has changed").hasSize(1);
        bills.change(bill, "8000");
        refused("changed-unsaid", () -> agree(principal, id));
        approvals.changed(maker, KIND, bill);
        assertThat(course(id).stamps()).isEmpty();
        assertThat(course(id).all()).as("void, and kept").hasSize(1);
        assertThat(course(id).steps()).extracting(Step::duty).containsExactly(Duty.ACCOUNTANT, Duty.VP_LOGISTICS, Duty.PRINCIPAL);
        refused("changed-meanwhile", () -> service.stamp(principal, id, new Decision(Verdict.APPROVED, 2, shown.digest(), null, null)));
        refusedByTheDatabase("stamp_round_is_current", () -> stampBySql(id, 1, 2, principal, principal, null, null));
        refusedByTheDatabase("stamp_school_id_course_id_round_no_digest_fkey", () -> stampBySql(id, 2, 1, accountant, accountant, null, shown.digest()));
        refusedByTheDatabase("course_round_goes_on", () -> tenancy.write(school, () -> db.execute("update approvals.course set round_no = 1 where school_id = ? and id = ?", school, id)));
        agree(accountant, id);
        agree(vice, id);
        agree(principal, id);
        bills.change(bill, "9000");
        refused("changed-after-approval", () -> approvals.changed(maker, KIND, bill));
        tenancy.read(school, () -> assertThat(controls.stream().filter(c -> c.id().equals("R-EXP-8")).findFirst().orElseThrow().check().findings()).hasSize(1));
        bills.change(bill, "8000");
        everythingHolds();
    }

    @Test
    void two_logins_of_one_person_are_one_person() {
        var both = person("2013", "兼任的", Duty.ACCOUNTANT, Duty.VP_LOGISTICS);
        var id = submitted(maker, bills.make(maker, "一人两签", "5000"));
        agree(new Actor(school, both.employeeId(), "账号一", Set.of(Duty.ACCOUNTANT)), id);
        refused("stamped-already", () -> agree(new Actor(school, both.employeeId(), "账号二", Set.of(Duty.VP_LOGISTICS)), id));
        refusedByTheDatabase("stamp_one_a_person", () -> stampBySql(id, 1, 2, both, both, null, null));
        agree(vice, id);
        assertThat(tenancy.<List<CourseService.Awaited>>read(school, () -> service.awaited(both))).isEmpty();
    }

    @Test
    void of_an_approval_and_a_return_at_once_one_wins_and_the_other_is_told() throws Exception {
        var other = person("2014", "副会计", Duty.ACCOUNTANT);
        for (var i = 0; i < 10; i++) {
            var bill = bills.make(maker, "同时 " + i, "100");
            var id = submitted(maker, bill);
            var digest = course(id).digest();
            var start = new CyclicBarrier(2);
            List<Callable<String>> both = List.of(() -> atOnce(start, () -> service.stamp(accountant, id, new Decision(Verdict.APPROVED, 1, digest, null, null))),
                    () -> atOnce(start, () -> service.stamp(other, id, new Decision(Verdict.RETURNED, 1, digest, null, "缺验收单"))));
            var said = new ArrayList<String>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var done : threads.invokeAll(both)) said.add(done.get());
            }
            assertThat(said.stream().filter(s -> s.equals("WAITING") || s.equals("RETURNED"))).as(said.toString()).hasSize(1);
            assertThat(said.stream().filter(s -> s.matches("rule.approvals.(decided-already.RETURNED|stamped-meanwhile)"))).as(said.toString()).hasSize(1);
            assertThat(course(id).stamps()).hasSize(1);
            refusedByTheDatabase(state(bill) == CourseState.RETURNED ? "stamp_course_waits" : "stamp_school_id_course_id_round_no_step_no_key",
                    () -> stampBySql(id, 1, 1, said.get(0).startsWith("rule") ? accountant : other, said.get(0).startsWith("rule") ? accountant : other, null, null));
        }
        everythingHolds();
    }

    @Test
    void a_change_or_a_withdrawal_beside_the_final_stamp_never_leaves_approved_what_nobody_signed() throws Exception {
        for (var i = 0; i < 10; i++) {
            var bill = bills.make(maker, "抢先 " + i, "100");
            var id = submitted(maker, bill);
            agree(accountant, id);
            var shown = course(id);
            var start = new CyclicBarrier(2);
            var withdraws = i % 2 == 0;
            Callable<CourseState> other = () -> {
                if (withdraws) approvals.withdraw(maker, KIND, bill, "不买了");
                else {
                    bills.change(bill, "900");
                    approvals.changed(maker, KIND, bill);
                }
                return CourseState.WITHDRAWN;
            };
            List<Callable<String>> both = List.of(() -> atOnce(start, () -> service.stamp(principal, id, new Decision(Verdict.APPROVED, 2, shown.digest(), null, null))), () -> atOnce(start, other));
            var said = new ArrayList<String>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var done : threads.invokeAll(both)) said.add(done.get());
            }
            var approved = said.getFirst().equals("APPROVED");
            assertThat(said.get(1).equals("WITHDRAWN")).as(said.toString()).isEqualTo(!approved);
            assertThat(state(bill) == CourseState.APPROVED).isEqualTo(approved);
            assertThat(bills.told(bill).contains("approved by 王校长")).isEqualTo(approved);
            if (!withdraws && !approved) assertThat(course(id).stamps()).isEmpty();
        }
    }

    private static String atOnce(CyclicBarrier start, Callable<CourseState> work) throws Exception {
        start.await();
        try {
            return work.call().name();
        } catch (RuleBroken refusal) {
            return refusal.key();
        }
    }

    @Test
    void what_has_ended_stays_ended_and_no_stamp_is_ever_changed() {
        var bill = bills.make(maker, "撤回的", "100");
        var id = submitted(maker, bill);
        agree(accountant, id);
        refused("withdraws-own", () -> approvals.withdraw(teacher, KIND, bill, "不要了"));
        approvals.withdraw(maker, KIND, bill, "写错了");
        assertThat(bills.told(bill)).containsExactly("withdrawn by 刘洋");
        refused("decided-already.WITHDRAWN", () -> agree(principal, id));
        refusedByTheDatabase("stamp_course_waits", () -> stampBySql(id, 1, 2, principal, principal, null, null));
        assertThat(tenancy.<Integer>write(school, () -> db.execute("update approvals.course set words = '改' where school_id = ? and id = ?", school, id))).isZero();
        refusedByTheDatabase("permission denied", () -> tenancy.write(school, () -> db.execute("update approvals.stamp set words = '改' where school_id = ?", school)));
        refusedByTheDatabase("permission denied", () -> tenancy.write(school, () -> db.execute("delete from approvals.stamp where school_id = ?", school)));
        var open = submitted(maker, bills.make(maker, "没人批", "100"));
        refusedByTheDatabase("course_school_id_id_round_no_decided_step", () -> tenancy.write(school,
                () -> db.execute("update approvals.course set state = 'APPROVED', decision = 'APPROVED', decided_step = 2, ended_at = now() where school_id = ? and id = ?", school, open)));
        agree(accountant, open);
        refusedByTheDatabase("course_school_id_id_round_no_decided_step", () -> tenancy.write(school,
                () -> db.execute("update approvals.course set state = 'APPROVED', decision = 'APPROVED', decided_step = 1, ended_at = now() where school_id = ? and id = ?", school, open)));
        everythingHolds();
    }
}
