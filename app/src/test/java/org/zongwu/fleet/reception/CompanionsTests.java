package org.zongwu.fleet.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.fleet.Tables.RECEPTION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zongwu.logbook.Draft;

class CompanionsTests {
    /** domain.md §12.7 */
    @ParameterizedTest
    @CsvSource({"6, 3", "10, 3", "11, 3", "15, 5", "2, 3"})
    void so_many_guests_so_many_hosts(int guests, int hosts) {
        assertThat(Companions.most("10:3,1/3", guests)).isEqualTo(hosts);
    }

    @Test
    void another_county_counts_otherwise() {
        assertThat(Companions.most("5:1,1/5", 5)).isEqualTo(1);
        assertThat(Companions.most("5:1,1/5", 14)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"陆佰肆拾元整, true", "人民币陆佰肆拾圆正, true", "陆佰肆拾元零伍角整, false", "伍佰肆拾元整, false"})
    void an_amount_in_words_is_held_against_the_amount(String words, boolean right) {
        assertThat(Companions.areWordsRight(Draft.blank().set(RECEPTION.AMOUNT, 64_000L).set(RECEPTION.AMOUNT_WORDS, words))).isEqualTo(right);
    }

    @Test
    void nobody_eats_for_more_than_was_approved() {
        var of18 = Draft.blank().set(RECEPTION.GUESTS, 15).set(RECEPTION.HOSTS, 3).set(RECEPTION.STANDARD, 3_500L);
        assertThat(Companions.isWithinStandard(of18.set(RECEPTION.AMOUNT, 63_000L))).isTrue();
        assertThat(Companions.isWithinStandard(of18.set(RECEPTION.AMOUNT, 63_001L))).isFalse();
    }
}
