package org.zongwu.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many must be there (domain.md §12.8). */
class QuorumTests {
    @ParameterizedTest
    @CsvSource({"9,5,true", "9,4,false", "10,5,false", "10,6,true", "1,1,true", "0,0,false"})
    void any_matter_wants_more_than_half(int expected, int present, boolean met) {
        assertThat(Quorum.of(Quorum.FIRST, false).isMet(present, expected)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"9,6,true", "9,5,false", "10,7,true", "10,6,false"})
    void people_want_at_least_two_thirds(int expected, int present, boolean met) {
        assertThat(Quorum.of(Quorum.FIRST, true).isMet(present, expected)).isEqualTo(met);
    }

    @Test
    void a_quorum_is_written_down_as_it_was_ruled() {
        assertThat(Quorum.of(">=3/5").toString()).isEqualTo(">=3/5");
        assertThat(Quorum.of(">=3/5").isMet(3, 5)).isTrue();
        assertThatThrownBy(() -> Quorum.of("most")).isInstanceOf(IllegalArgumentException.class);
    }
}
