package org.zongwu.approvals.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zongwu.kernel.Approvable.Signer.checks;
import static org.zongwu.kernel.Approvable.Signer.decides;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zongwu.approvals.CourseState;
import org.zongwu.approvals.course.Stamp.Person;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;

class CourseTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final UUID MAKER = new UUID(0, 1);
    private static final UUID ACCOUNT = new UUID(0, 2);
    private static final UUID VICE = new UUID(0, 3);
    private static final UUID HEAD = new UUID(0, 4);
    private static final UUID DEPUTY = new UUID(0, 5);
    private static final List<Step> STEPS = List.of(new Step(1, ACCOUNTANT, false, false, null), new Step(2, VP_LOGISTICS, false, false, null), new Step(3, PRINCIPAL, true, false, null));

    private static Course course(CourseState state, int round, Stamp... stamps) {
        return new Course(new UUID(1, 1), "BILL", new WorkRef("test.bill", new UUID(1, 2), "B1"), null, state, round, "B1", "/", Money.ofYuan("500"), "d", Set.of(MAKER), STEPS, List.of(stamps), new Person(MAKER, "甲"), NOW,
                state.isOpen() ? null : NOW, null, null);
    }

    private static Stamp stamp(int round, int step, UUID person, UUID holder) {
        return new Stamp(new UUID(2, step), round, step, Verdict.APPROVED, new Person(person, "某"), new Person(holder, "某"), person.equals(holder) ? null : new UUID(3, 3), "d", null, null, NOW);
    }

    private static Stamp stamp(int round, int step, UUID person) {
        return stamp(round, step, person, person);
    }

    private static Capacity instead(Duty duty, UUID holder, Money max) {
        return new Capacity(duty, holder, new UUID(3, 3), Set.of("BILL"), max);
    }

    private static void refused(String rule, Course course, UUID person, int step, String digest, Capacity... capacities) {
        assertThatThrownBy(() -> course.requireMayStamp(person, List.of(capacities), step, digest)).hasMessageContaining(rule);
        if (digest.equals("d") && course.awaited().filter(a -> a.no() == step).isPresent()) assertThat(course.mayStamp(person, List.of(capacities))).isFalse();
    }

    @Test
    void checks_come_before_the_decision_and_only_the_final_stamp_approves() {
        assertThat(course(CourseState.WAITING, 1).awaited()).contains(STEPS.getFirst());
        assertThat(course(CourseState.WAITING, 1, stamp(1, 1, ACCOUNT)).awaited()).contains(STEPS.get(1));
        assertThat(Course.after(STEPS.getFirst(), Verdict.APPROVED)).isEqualTo(CourseState.WAITING);
        assertThat(Course.after(STEPS.getLast(), Verdict.APPROVED)).isEqualTo(CourseState.APPROVED);
        assertThat(Course.after(STEPS.getFirst(), Verdict.RETURNED)).isEqualTo(CourseState.RETURNED);
    }

    @Test
    void a_later_stamp_before_an_earlier_is_refused() {
        refused("R-EXP-7 rule.approvals.too-early", course(CourseState.WAITING, 1), HEAD, 3, "d", Capacity.own(PRINCIPAL, HEAD));
        refused("R-EXP-7 rule.approvals.too-early", course(CourseState.WAITING, 1), HEAD, 1, "d", Capacity.own(PRINCIPAL, HEAD));
        refused("R-EXP-7 rule.approvals.not-your-turn", course(CourseState.WAITING, 1), DEPUTY, 1, "d", Capacity.own(Duty.UNION, DEPUTY));
    }

    @Test
    void nobody_signs_his_own_request() {
        refused("R-1P-2 rule.approvals.own", course(CourseState.WAITING, 1), MAKER, 1, "d", Capacity.own(ACCOUNTANT, MAKER));
    }

    @Test
    void nobody_signs_twice_whatever_duties_he_holds() {
        refused("R-EXP-1 rule.approvals.stamped-already", course(CourseState.WAITING, 1, stamp(1, 1, ACCOUNT)), ACCOUNT, 2, "d", Capacity.own(ACCOUNTANT, ACCOUNT), Capacity.own(VP_LOGISTICS, ACCOUNT));
    }

    @Test
    void a_stand_in_signs_neither_his_own_nor_that_of_whom_he_stands_in_for() {
        refused("R-1P-2 rule.approvals.own", course(CourseState.WAITING, 1), MAKER, 1, "d", instead(ACCOUNTANT, ACCOUNT, null));
        refused("R-1P-2 rule.approvals.holder-own", course(CourseState.WAITING, 1), DEPUTY, 1, "d", instead(ACCOUNTANT, MAKER, null));
    }

    @Test
    void a_persons_right_is_used_once_by_his_own_hand_or_anothers() {
        refused("R-EXP-1 rule.approvals.holder-stamped", course(CourseState.WAITING, 1, stamp(1, 1, ACCOUNT)), DEPUTY, 2, "d", instead(VP_LOGISTICS, ACCOUNT, null));
        refused("R-EXP-1 rule.approvals.stamped-already", course(CourseState.WAITING, 1, stamp(1, 1, DEPUTY, ACCOUNT)), ACCOUNT, 2, "d", Capacity.own(VP_LOGISTICS, ACCOUNT));
    }

    @Test
    void a_stand_in_signs_what_he_was_let_and_no_more() {
        var course = course(CourseState.WAITING, 1);
        assertThat(course.requireMayStamp(DEPUTY, List.of(instead(ACCOUNTANT, ACCOUNT, Money.ofYuan("500"))), 1, "d").delegationId()).isNotNull();
        refused("R-1P-3 rule.approvals.beyond-delegation", course, DEPUTY, 1, "d", instead(ACCOUNTANT, ACCOUNT, Money.ofYuan("499.99")));
        refused("R-1P-3 rule.approvals.kind-not-delegated", course, DEPUTY, 1, "d", new Capacity(ACCOUNTANT, ACCOUNT, new UUID(3, 3), Set.of("OTHER"), null));
    }

    @Test
    void whoever_holds_the_duty_himself_signs_for_himself() {
        var own = Capacity.own(ACCOUNTANT, DEPUTY);
        assertThat(course(CourseState.WAITING, 1).requireMayStamp(DEPUTY, List.of(own, instead(ACCOUNTANT, ACCOUNT, null)), 1, "d")).isEqualTo(own);
    }

    @Test
    void stamps_of_a_round_before_are_void() {
        var course = course(CourseState.WAITING, 2, stamp(1, 1, ACCOUNT), stamp(1, 2, VICE));
        assertThat(course.stamps()).isEmpty();
        assertThat(course.awaited()).contains(STEPS.getFirst());
        assertThat(course.mayStamp(ACCOUNT, List.of(Capacity.own(ACCOUNTANT, ACCOUNT)))).isTrue();
    }

    @Test
    void what_has_changed_since_it_was_shown_is_not_signed() {
        refused("R-EXP-8", course(CourseState.WAITING, 1), ACCOUNT, 1, "other", Capacity.own(ACCOUNTANT, ACCOUNT));
    }

    @Test
    void what_is_decided_stays_decided_and_whoever_comes_second_is_told_by_whom() {
        refused("R-1P-1 rule.approvals.decided-already.APPROVED", course(CourseState.APPROVED, 1, stamp(1, 1, ACCOUNT), stamp(1, 2, VICE), stamp(1, 3, HEAD)), HEAD, 3, "d", Capacity.own(PRINCIPAL, HEAD));
        refused("R-1P-1 rule.approvals.stamped-meanwhile", course(CourseState.WAITING, 1, stamp(1, 1, ACCOUNT)), DEPUTY, 1, "d", Capacity.own(ACCOUNTANT, DEPUTY));
    }

    @Test
    void a_return_says_why_and_a_resolution_is_cited_where_the_rule_asks() {
        assertThatThrownBy(() -> Course.requireSaid(STEPS.getFirst(), Verdict.RETURNED, null, " ")).hasMessageContaining("reason-too-short");
        var citing = new Step(3, PRINCIPAL, true, true, null);
        assertThatThrownBy(() -> Course.requireSaid(citing, Verdict.APPROVED, null, null)).hasMessageContaining("resolution-needed");
        Course.requireSaid(citing, Verdict.APPROVED, new Stamp.Resolution("校办〔2026〕3号", NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate()), null);
        Course.requireSaid(citing, Verdict.RETURNED, null, "不齐");
    }

    @Test
    void only_whoever_made_or_submitted_it_withdraws_it() {
        var course = course(CourseState.WAITING, 1);
        course.requireMayWithdraw(MAKER, MAKER, "写错了");
        assertThatThrownBy(() -> course.requireMayWithdraw(HEAD, MAKER, "写错了")).hasMessageContaining("withdraws-own");
        assertThatThrownBy(() -> course(CourseState.APPROVED, 1, stamp(1, 3, HEAD)).requireMayWithdraw(MAKER, MAKER, "写错了")).hasMessageContaining("decided-already.APPROVED");
    }

    @Test
    void there_must_be_somebody_for_each_stamp_and_a_different_one_each() {
        var signers = List.of(checks(ACCOUNTANT), checks(VP_LOGISTICS), decides(PRINCIPAL));
        var holders = Map.of(ACCOUNTANT, Set.of(ACCOUNT), VP_LOGISTICS, Set.of(VICE), PRINCIPAL, Set.of(HEAD), PARTY_SECRETARY, Set.of(DEPUTY));
        assertThat(Signing.steps(signers, Set.of(MAKER), d -> holders.getOrDefault(d, Set.of()))).extracting(Step::duty).containsExactly(ACCOUNTANT, VP_LOGISTICS, PRINCIPAL);
        assertThatThrownBy(() -> Signing.steps(signers, Set.of(MAKER), d -> d == VP_LOGISTICS ? Set.of() : holders.get(d))).hasMessageContaining("R-1P-2 rule.approvals.nobody-holds");
        assertThatThrownBy(() -> Signing.steps(signers, Set.of(VICE), holders::get)).hasMessageContaining("R-1P-2 rule.approvals.only-barred");
        assertThatThrownBy(() -> Signing.steps(signers, Set.of(MAKER), d -> d == ACCOUNTANT ? Set.of(ACCOUNT) : Set.of(HEAD))).hasMessageContaining("R-EXP-1 rule.approvals.too-few-people");
        assertThat(Signing.steps(signers, Set.of(), d -> d == PRINCIPAL ? Set.of(HEAD) : Set.of(ACCOUNT, HEAD, VICE))).hasSize(3);
    }

    @Test
    void what_the_principal_asks_for_goes_to_the_secretary() {
        var steps = Signing.steps(List.of(checks(ACCOUNTANT), decides(PRINCIPAL).or(PARTY_SECRETARY)), Set.of(HEAD), d -> switch (d) {
            case ACCOUNTANT -> Set.of(ACCOUNT);
            case PRINCIPAL -> Set.of(HEAD);
            default -> Set.of(DEPUTY);
        });
        assertThat(new ArrayList<>(steps).getLast()).isEqualTo(new Step(2, PARTY_SECRETARY, true, false, PRINCIPAL));
    }
}
