package org.zongwu.parties.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNameTests {
    @ParameterizedTest
    @CsvSource({"云麓县文澜办公用品商行,文澜办公用品商行", "云麓县文澜办公用品商行,文澜办公用品", "云麓县宏远五金建材店,宏远五金", "云麓县禾丰粮油配送有限公司,禾丰粮油",
        "云麓市宏远五金建材店,云麓县宏远五金建材店"})
    void a_name_without_its_place_and_kind_is_the_same_firm(String one, String other) {
        assertThat(PartyName.alike(one, other)).isTrue();
        assertThat(PartyName.alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"云麓县宏远五金建材店,云麓县光华电料经营部", "云麓县商店,云麓县超市", "禾丰粮油,鲜达蔬菜"})
    void two_firms_of_one_place_are_not_alike(String one, String other) {
        assertThat(PartyName.alike(one, other)).isFalse();
    }

    @Test
    void a_phone_number_is_its_digits() {
        assertThat(PartyName.phone("130-2650-0000")).isEqualTo("13026500000");
        assertThat(PartyName.phone("13026500037.0")).isEqualTo("13026500037");
        assertThat(PartyName.phone("１３０２６５０００００")).isEqualTo("13026500000");
        assertThat(PartyName.phone(" ")).isNull();
    }
}
