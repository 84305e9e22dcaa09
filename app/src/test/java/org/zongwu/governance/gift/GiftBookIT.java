package org.zongwu.governance.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.governance.Tables.GIFT;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.BookOffice;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;
import org.zongwu.web.NotFound;

/** Gifts: declared in time, handed in, decided upon by another, and counted only when they are really gone. */
class GiftBookIT extends BookOffice {
    @Autowired private Policies policies;

    private Actor receiver;
    private Actor registrar;
    private Actor secretary;

    @BeforeEach
    void people() {
        receiver = person("T001", "白轩", Duty.TEACHER);
        registrar = person("T002", "沈伟龙", Duty.DISCIPLINE);
        secretary = person("T003", "邵德涵", Duty.PARTY_SECRETARY);
    }

    private Draft gift(String item, long fen) {
        return Draft.blank().set(GIFT.RECEIVED_ON, DAY).set(GIFT.RECEIVER_ID, receiver.employeeId()).set(GIFT.RECEIVER, "白轩").set(GIFT.GIVER, "某商行").set(GIFT.ITEM, item)
                .set(GIFT.VALUE, fen).set(GIFT.DECLARED_ON, DAY.plusDays(3));
    }

    private UUID enter(Draft draft) {
        return enter(receiver, GIFT, draft);
    }

    private void surrender(UUID id) {
        step(registrar, GIFT, id, "surrender", Draft.blank().set(GIFT.SURRENDERED_ON, DAY.plusDays(4)));
    }

    private static Draft disposal(String disposal) {
        return Draft.blank().set(GIFT.DISPOSAL, disposal).set(GIFT.DISPOSED_ON, DAY.plusDays(9));
    }

    @Test
    void a_gift_is_declared_handed_in_valued_and_disposed_of_by_two_people() {
        var id = enter(gift("茶叶", 18_000));
        surrender(id);
        step(registrar, GIFT, id, "valuation", Draft.blank().set(GIFT.VALUE, 20_000L).set(GIFT.VALUATION, "商场标价"));
        assertThat(read(GIFT.STATE, id)).isEqualTo("VALUED");
        assertThatThrownBy(() -> step(registrar, GIFT, id, "disposal", disposal("PUBLIC_USE"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-GIFT-3");
        step(secretary, GIFT, id, "disposal", disposal("PUBLIC_USE"));
        assertThat(read(GIFT.STATE, id)).isEqualTo("DISPOSED");
        assertThat(figure("GIFT_COUNT")).isEqualByComparingTo("1");
        assertThat(figure("GIFT_VALUE")).isEqualByComparingTo("200");
        proves();
    }

    @Test
    void nobody_takes_in_his_own_gift() {
        var own = gift("茶叶", 18_000).set(GIFT.RECEIVER_ID, registrar.employeeId()).set(GIFT.RECEIVER, "沈伟龙");
        var id = enter(registrar, GIFT, own);
        assertThatThrownBy(() -> surrender(id)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-GIFT-3");
    }

    @Test
    void later_than_a_month_is_marked_late_and_the_policy_of_the_day_decides() {
        var inTime = enter(gift("茶叶", 18_000).set(GIFT.DECLARED_ON, LocalDate.of(2026, 12, 2)));
        var late = enter(gift("画册", 8_000).set(GIFT.DECLARED_ON, LocalDate.of(2026, 12, 3)));
        assertThat(read(GIFT.DOUBTS, inTime)).isNull();
        assertThat(read(GIFT.DOUBTS, late)).isEqualTo("R-GIFT-1");
        school.write(() -> policies.set(director, "gift.register.days", "10 days", LocalDate.of(2026, 11, 1), "校规"));
        var stricter = enter(gift("水果", 6_000).set(GIFT.DECLARED_ON, DAY.plusDays(11)));
        assertThat(read(GIFT.DOUBTS, stricter)).isEqualTo("R-GIFT-1");
        assertThat(read(GIFT.DECLARE_BY, inTime)).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(figure("GIFT_LATE")).isEqualByComparingTo("2");
    }

    @Test
    void cash_and_its_like_is_never_kept_and_a_gift_only_below_the_limit() {
        var cash = enter(gift("礼金", 5_000));
        assertThat(read(GIFT.KIND, cash)).isEqualTo("CASH");
        assertThatThrownBy(() -> step(secretary, GIFT, cash, "disposal", disposal("KEPT"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-GIFT-2");
        var dear = enter(gift("瓷器", 20_000));
        assertThatThrownBy(() -> step(secretary, GIFT, dear, "disposal", disposal("KEPT"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-GIFT-2");
        var small = enter(gift("钢笔", 19_999));
        step(secretary, GIFT, small, "disposal", disposal("KEPT"));
        step(secretary, GIFT, cash, "disposal", disposal("RETURNED"));
        assertThatThrownBy(() -> step(secretary, GIFT, dear, "disposal", disposal("SOLD"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-GIFT-6");
        assertThat(figure("GIFT_COUNT")).as("nothing was handed in, and that is no zero").isNull();
        assertThat(figure("GIFT_DECLARED")).isEqualByComparingTo("3");
        assertThat(figure("GIFT_OUTSTANDING")).isEqualByComparingTo("1");
        assertThat(asked(receiver)).contains("todo.governance.gift.surrender");
        assertThat(planned()).containsEntry("plan.governance.gift.outstanding", 1);
    }

    @Test
    void a_declaration_is_no_business_of_others() {
        var id = enter(gift("茶叶", 18_000));
        var colleague = person("T004", "阎桂敏", Duty.TEACHER);
        assertThatThrownBy(() -> step(colleague, GIFT, id, "surrender", Draft.blank())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> step(director, GIFT, id, "disposal", disposal("KEPT"))).isInstanceOf(NotFound.class);
    }

    @Test
    void nothing_is_declared_before_it_was_received() {
        assertThatThrownBy(() -> enter(gift("茶叶", 100).set(GIFT.DECLARED_ON, DAY.minusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-GIFT-5");
        assertThatThrownBy(() -> enter(gift("茶叶", -100))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-6");
    }

    @Test
    void the_rows_of_a_register_are_kept_marked_or_refused() {
        var outcomes = take("governance.gift",
                row(3, "own_no=礼001", "received_on=2026-09-12", "receiver=阎桂敏", "giver=惠民超市", "item=购物卡", "quantity=2", "value=400", "declared_on=2026-09-15", "surrendered_on=2026-09-17", "disposal=交学校财务"),
                row(4, "own_no=礼002", "received_on=2026-10-06", "receiver=白轩", "giver=家具厂", "item=茶叶", "value=180.00", "declared_on=2026-10-08", "surrendered_on=2026-10-10", "disposal=公用"),
                row(5, "own_no=礼003", "received_on=2026-10-03", "receiver=沈伟龙", "item=礼金", "value=1000", "declared_on=2026-10-04", "surrendered_on=2026-10-04", "disposal=退还"),
                row(6, "own_no=礼004", "received_on=2026-10-28", "receiver=邵德涵", "item=纪念画册", "value=60.00", "declared_on=2026-11-01", "disposal=留用（低于100元）"),
                row(7, "own_no=礼005", "received_on=2026-09-09", "receiver=于雅军", "item=水果礼盒", "value=260", "declared_on=2026-10-23", "surrendered_on=2026-10-24", "disposal=公用，迟报"),
                row(8, "own_no=礼005", "received_on=2026-09-09", "receiver=于雅军", "item=水果礼盒", "value=260", "declared_on=2026-10-23", "surrendered_on=2026-10-24", "disposal=公用，迟报"),
                row(9, "received_on=2026-09-09", "receiver=于雅军", "item=红包", "value=500", "declared_on=2026-09-10", "disposal=留用"),
                row(10, "received_on=2026-09-09", "receiver=于雅军", "item=丝巾", "value=50", "declared_on=2026-09-01"),
                row(11, "received_on=2026-09-09", "receiver=于雅军", "item=丝巾", "value=50", "declared_on=2026-09-10", "disposal=另议"),
                row(12, "received_on=2026-09-09", "receiver=于雅军", "item=丝巾", "value=-50", "declared_on=2026-09-10"));
        assertThat(verdicts(outcomes)).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WARNING, Verdict.DUPLICATE, Verdict.WARNING,
                Verdict.PROBLEM, Verdict.PROBLEM, Verdict.PROBLEM);
        assertThat(sentences(outcomes)).containsExactly("rule.governance.gift.late", "import.logbook.twice", "rule.governance.gift.not-to-keep", "rule.governance.gift.too-early",
                "import.logbook.unreadable", "rule.logbook.at-least");
        assertThat(figure("GIFT_COUNT")).isEqualByComparingTo("3");
        assertThat(figure("GIFT_VALUE")).isEqualByComparingTo("840");
        assertThat(figure("GIFT_DECLARED")).isEqualByComparingTo("6");
        proves();
    }
}
