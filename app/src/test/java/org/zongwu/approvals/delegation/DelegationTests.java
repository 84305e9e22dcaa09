package org.zongwu.approvals.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;

class DelegationTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID HEAD = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Actor PRINCIPAL = new Actor(1, HEAD, "王建国", Set.of(Duty.PRINCIPAL));

    private static Delegation delegation(Duty duty, UUID standIn, LocalDate from, LocalDate to) {
        return new Delegation(new UUID(1, 1), duty, HEAD, standIn, from, to, Set.of("BILL"), null, "出差", Instant.EPOCH, null);
    }

    private static void refused(String rule, Delegation delegation) {
        assertThatThrownBy(() -> delegation.judge(PRINCIPAL, TODAY)).hasMessageContaining(rule);
    }

    @Test
    void one_gives_what_he_holds_to_somebody_else_and_for_some_days_only() {
        delegation(Duty.PRINCIPAL, OTHER, TODAY, TODAY.plusDays(91)).judge(PRINCIPAL, TODAY);
        refused("not-yours-to-give", delegation(Duty.ACCOUNTANT, OTHER, TODAY, TODAY));
        refused("stands-in-for-himself", delegation(Duty.PRINCIPAL, HEAD, TODAY, TODAY));
        refused("delegated-backwards", delegation(Duty.PRINCIPAL, OTHER, TODAY.minusDays(1), TODAY));
        refused("ends-before", delegation(Duty.PRINCIPAL, OTHER, TODAY.plusDays(2), TODAY.plusDays(1)));
        refused("delegated-too-long", delegation(Duty.PRINCIPAL, OTHER, TODAY, TODAY.plusDays(92)));
    }

    @Test
    void it_holds_from_its_first_day_to_its_last() {
        var d = delegation(Duty.PRINCIPAL, OTHER, TODAY, TODAY.plusDays(1));
        assertThat(d.state(TODAY.minusDays(1))).isEqualTo("LATER");
        assertThat(d.state(TODAY)).isEqualTo("NOW");
        assertThat(d.state(TODAY.plusDays(1))).isEqualTo("NOW");
        assertThat(d.state(TODAY.plusDays(2))).isEqualTo("OVER");
    }

    @Test
    void only_whoever_gave_it_takes_it_back() {
        assertThatThrownBy(() -> delegation(Duty.PRINCIPAL, OTHER, TODAY, TODAY).requireMayWithdraw(new Actor(1, OTHER, "某", Set.of()))).hasMessageContaining("R-1P-3");
    }
}
