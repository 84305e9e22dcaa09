package org.zongwu.governance.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of the words of a gift register. */
class GiftWordsTests {
    @ParameterizedTest
    @CsvSource({"购物卡,CARD", "提货券两张,CARD", "礼金,CASH", "红包,CASH", "茶叶,GIFT", "纪念画册,GIFT", "生日贺卡,GIFT", "金条一根,METAL", "有价证券,SECURITY", "水果礼盒,GIFT", "Shopping card,CARD"})
    void what_is_as_good_as_money_is_known_by_its_name(String item, Gift.Kind kind) {
        assertThat(GiftWords.kind(item)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"公用,PUBLIC_USE", "公用，迟报,PUBLIC_USE", "退还,RETURNED", "留用（低于100元）,KEPT", "交学校财务,REMITTED", "上缴国库,REMITTED", "拍卖,SOLD", "销毁,DESTROYED", "returned,RETURNED"})
    void what_became_of_it_is_read_whatever_else_is_said(String text, Gift.Disposal disposal) {
        assertThat(GiftWords.disposal(text)).isEqualTo(disposal.name());
    }

    @Test
    void what_says_nothing_of_the_kind_is_not_guessed() {
        assertThat(GiftWords.disposal("待定")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-09,1 month,2026-06-09", "2026-01-31,1 month,2026-02-28", "2028-01-31,1 month,2028-02-29", "2026-05-09,30 days,2026-06-08", "2026-12-15,2 months,2027-02-15"})
    void a_month_ends_on_the_same_day_or_on_its_last(LocalDate received, String length, LocalDate last) {
        assertThat(GiftWords.declareBy(received, length)).isEqualTo(last);
    }

    @Test
    void a_policy_that_is_no_length_of_time_is_refused() {
        assertThatThrownBy(() -> GiftWords.declareBy(LocalDate.EPOCH, "soon")).isInstanceOf(IllegalArgumentException.class);
    }
}
