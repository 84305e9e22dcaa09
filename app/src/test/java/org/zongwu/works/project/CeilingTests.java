package org.zongwu.works.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zongwu.works.project.PaymentBook.Sort;

class CeilingTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void nothing_is_paid_before_there_is_a_contract() {
        assertThat(new Ceiling(null, null, 0, null).barred(Sort.PROGRESS, DAY)).contains("rule.works.payment.no-contract");
    }

    @Test
    void before_the_audit_progress_is_paid_up_to_the_contract_less_the_retention() {
        var ceiling = new Ceiling(15_980_000L, null, 782_102, null);
        assertThat(ceiling.barred(Sort.PROGRESS, DAY)).isEmpty();
        assertThat(ceiling.of(Sort.PROGRESS)).isEqualTo(15_980_000 - 782_102);
        assertThat(ceiling.barred(Sort.FINAL, DAY)).contains("rule.works.payment.not-audited");
        assertThat(ceiling.barred(Sort.RETENTION, DAY)).contains("rule.works.payment.not-audited");
    }

    @Test
    void after_the_audit_the_audited_price_is_the_ceiling_and_the_retention_waits_for_its_day() {
        var ceiling = new Ceiling(15_980_000L, 15_642_050L, 782_102, DAY);
        assertThat(ceiling.of(Sort.FINAL)).isEqualTo(15_642_050 - 782_102);
        assertThat(ceiling.of(Sort.RETENTION)).isEqualTo(15_642_050);
        assertThat(ceiling.barred(Sort.RETENTION, DAY.minusDays(1))).contains("rule.works.payment.retained");
        assertThat(ceiling.barred(Sort.RETENTION, DAY)).isEmpty();
    }
}
