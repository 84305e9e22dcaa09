package org.zongwu.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    private static final Map<String, Boolean> KNOWN = Map.of("port", true, "data", true, "fresh", false);

    @Test
    void values_come_behind_a_blank_or_an_equals_sign() {
        assertThat(parse("--port", "9000", "--data=my office", "--fresh").options()).containsOnlyKeys("port", "data", "fresh")
                .containsEntry("port", "9000").containsEntry("data", "my office");
    }

    @Test
    void an_unknown_option_is_refused_with_the_nearest_right_one() {
        assertThatThrownBy(() -> parse("--prot", "9000")).isInstanceOf(Misused.class).hasMessageContaining("did you mean --port?");
    }

    @Test
    void an_option_that_resembles_none_leads_to_the_help() {
        assertThatThrownBy(() -> parse("--xyzzyxyzzy")).hasMessageContaining("./zongwu help");
    }

    @Test
    void an_option_without_its_value_is_refused() {
        assertThatThrownBy(() -> parse("--port")).hasMessageContaining("--port needs a value");
        assertThatThrownBy(() -> parse("--port", "--fresh")).hasMessageContaining("--port needs a value");
        assertThatThrownBy(() -> parse("--fresh=yes")).hasMessageContaining("takes no value");
    }

    @Test
    void a_word_that_is_no_option_stands_only_where_files_are_expected() {
        assertThatThrownBy(() -> parse("ledger.xlsx")).isInstanceOf(Misused.class);
        assertThat(Arguments.parse(KNOWN, true, List.of("a.xlsx", "--fresh", "b.xlsx")).words()).containsExactly("a.xlsx", "b.xlsx");
    }

    @Test
    void a_port_is_a_number_that_a_port_can_have() {
        assertThat(parse("--port", "9000").port(8080)).isEqualTo(9000);
        assertThat(parse().port(8080)).isEqualTo(8080);
        for (var wrong : List.of("0", "65536", "web", "-1", "８０８０")) assertThatThrownBy(() -> parse("--port=" + wrong).port(8080)).isInstanceOf(Misused.class);
    }

    @Test
    void distance_counts_letters_added_dropped_and_changed() {
        assertThat(Arguments.distance("port", "port")).isZero();
        assertThat(Arguments.distance("prt", "port")).isEqualTo(1);
        assertThat(Arguments.distance("prot", "port")).isEqualTo(2);
        assertThat(Arguments.distance("", "port")).isEqualTo(4);
    }

    private static Arguments parse(String... typed) {
        return Arguments.parse(KNOWN, false, List.of(typed));
    }
}
