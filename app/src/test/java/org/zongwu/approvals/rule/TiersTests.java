package org.zongwu.approvals.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zongwu.kernel.Approvable.Signer.checks;
import static org.zongwu.kernel.Approvable.Signer.decides;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.SYS_ADMIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Approvable;
import org.zongwu.kernel.Approvable.Signer;
import org.zongwu.kernel.Approvable.Tier;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Money;

class TiersTests {
    private static final Tiers THREE = new Tiers(List.of(Tier.upTo(Money.ofYuan("100"), decides(GA_DIRECTOR)), Tier.upTo(Money.ofYuan("1000"), checks(GA_DIRECTOR), decides(PRINCIPAL)),
            Tier.always(checks(ACCOUNTANT), checks(GA_DIRECTOR), decides(PRINCIPAL).citing())));

    private static List<Duty> duties(Money amount) {
        return THREE.signers(amount).stream().map(Signer::duty).toList();
    }

    @Test
    void the_limit_itself_still_belongs_to_its_tier() {
        assertThat(duties(Money.ofYuan("100.00"))).containsExactly(GA_DIRECTOR);
        assertThat(duties(Money.ofYuan("100.01"))).containsExactly(GA_DIRECTOR, PRINCIPAL);
        assertThat(duties(Money.ofYuan("1000.01"))).containsExactly(ACCOUNTANT, GA_DIRECTOR, PRINCIPAL);
    }

    @Test
    void a_refund_counts_by_its_size() {
        assertThat(duties(Money.ofYuan("-500"))).containsExactly(GA_DIRECTOR, PRINCIPAL);
    }

    @Test
    void what_is_not_about_money_needs_the_last_tier() {
        assertThat(duties(null)).containsExactly(ACCOUNTANT, GA_DIRECTOR, PRINCIPAL);
    }

    @Test
    void without_an_unlimited_tier_somebody_could_approve_nothing() {
        refused("R-1P-1 rule.approvals.last-tier", Tier.upTo(Money.ofYuan("100"), decides(PRINCIPAL)));
        assertThatThrownBy(() -> new Tiers(List.of())).hasMessageContaining("R-1P-1");
    }

    @Test
    void limits_ascend() {
        refused("limits-ascend", Tier.upTo(Money.ofYuan("100"), decides(GA_DIRECTOR)), Tier.upTo(Money.ofYuan("100"), decides(PRINCIPAL)), Tier.always(decides(PRINCIPAL)));
        refused("only-last-without-limit", Tier.always(decides(GA_DIRECTOR)), Tier.always(decides(PRINCIPAL)));
    }

    @Test
    void one_decides_and_comes_last() {
        refused("one-decides-last", Tier.always(decides(GA_DIRECTOR), decides(PRINCIPAL)));
        refused("one-decides-last", Tier.always(decides(PRINCIPAL), checks(ACCOUNTANT)));
        refused("one-decides-last", Tier.always(checks(ACCOUNTANT)));
    }

    @Test
    void nobody_stands_twice_in_a_tier_and_no_administrator_signs() {
        refused("R-EXP-1", Tier.always(checks(PRINCIPAL), decides(PRINCIPAL)));
        refused("R-1P-2", Tier.always(decides(PRINCIPAL).or(PRINCIPAL)));
        refused("SOD-15", Tier.always(checks(SYS_ADMIN), decides(PRINCIPAL)));
    }

    private static void refused(String rule, Tier... tiers) {
        assertThatThrownBy(() -> new Tiers(List.of(tiers))).hasMessageContaining(rule);
    }

    @Test
    void a_digest_tells_values_apart_and_numbers_by_value() {
        assertThat(Approvable.digest("a", "bc")).isNotEqualTo(Approvable.digest("ab", "c"));
        assertThat(Approvable.digest(List.of("a"), "b")).isNotEqualTo(Approvable.digest(List.of("a", "b")));
        assertThat(Approvable.digest(new java.math.BigDecimal("1.50"))).isEqualTo(Approvable.digest(new java.math.BigDecimal("1.5")));
        assertThat(Approvable.digest((Object) null)).isNotEqualTo(Approvable.digest(""));
    }
}
