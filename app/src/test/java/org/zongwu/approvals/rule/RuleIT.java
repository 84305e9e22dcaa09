package org.zongwu.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.approvals.TestBills.KIND;
import static org.zongwu.kernel.Approvable.Signer.checks;
import static org.zongwu.kernel.Approvable.Signer.decides;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.approvals.ApprovalsOffice;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable.Tier;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;

/** Rules are proposed by one and set by another, from a day on. */
class RuleIT extends ApprovalsOffice {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Tiers OWN = new Tiers(List.of(Tier.always(checks(Duty.GA_DIRECTOR), decides(Duty.VP_LOGISTICS))));

    @Autowired RuleService rules;

    @BeforeEach
    void school() {
        openSchool();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private UUID propose(Actor by, LocalDate from) {
        var id = Ids.next();
        rules.propose(by, id, KIND, from, "校务会〔2026〕7号", OWN);
        return id;
    }

    private List<Duty> stamps(UUID course) {
        return tenancy.<List<Duty>>read(school, () -> db.fetch("select s.duty from approvals.step s join approvals.course c on c.school_id = s.school_id and c.id = s.course_id and c.round_no = s.round_no where s.school_id = ? and s.course_id = ? order by s.step_no",
                school, course).map(r -> Duty.valueOf(r.get("duty", String.class))));
    }

    @Test
    void the_director_proposes_and_only_the_principal_sets() {
        refused("director-proposes", () -> propose(principal, TODAY));
        refused("not-backwards", () -> propose(director, TODAY.minusDays(1)));
        var id = propose(director, TODAY);
        refused("principal-sets", () -> rules.set(director, id));
        refused("principal-sets", () -> rules.set(vice, id));
        refusedByTheDatabase("rule_check", () -> tenancy.write(school, () -> db.execute("update approvals.rule set state = 'SET', decided_by = proposed_by, decided_at = now() where school_id = ? and id = ?", school, id)));
        assertThat(tenancy.<List<?>>read(school, () -> rules.waiting(principal))).hasSize(1);
        rules.set(principal, id);
        refused("rule-decided.SET", () -> rules.refuse(principal, id, "不合适"));
        assertThat(tenancy.<Integer>write(school, () -> db.execute("update approvals.rule set words = '改' where school_id = ? and id = ?", school, id))).as("what is set stays").isZero();
        refused("day-taken", () -> propose(director, TODAY));
        everythingHolds();
    }

    @Test
    void a_new_rule_holds_from_its_day_and_what_was_submitted_before_keeps_its_own() {
        rules.set(principal, propose(director, TODAY.plusDays(2)));
        var bill = bills.make(maker, "旧规矩", "100");
        var old = submitted(maker, bill);
        assertThat(stamps(old)).containsExactly(Duty.ACCOUNTANT, Duty.PRINCIPAL);
        clock.set(TODAY.plusDays(2), LocalTime.of(8, 0));
        assertThat(stamps(submitted(maker, bills.make(maker, "新规矩", "100")))).containsExactly(Duty.GA_DIRECTOR, Duty.VP_LOGISTICS);
        bills.change(bill, "200");
        approvals.changed(maker, KIND, bill);
        assertThat(stamps(old)).as("by the rule under which it was opened").containsExactly(Duty.ACCOUNTANT, Duty.PRINCIPAL);
        everythingHolds();
    }

    @Test
    void a_refused_rule_says_why_and_one_whose_day_has_passed_is_not_set() {
        var late = propose(director, TODAY);
        clock.set(TODAY.plusDays(1), LocalTime.of(8, 0));
        refused("too-late-to-set", () -> rules.set(principal, late));
        refused("reason-too-short", () -> rules.refuse(principal, late, " "));
        rules.refuse(principal, late, "过期了");
        everythingHolds();
    }
}
