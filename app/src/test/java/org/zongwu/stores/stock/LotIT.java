package org.zongwu.stores.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.stores.Tables.LOT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.item.NewItem;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.returns.ReturnKind;
import org.zongwu.stores.scrap.ScrapKind;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;
import org.zongwu.stores.supplierreturn.SupplierReturnKind;

/** Lots with their last day, and what is to be bought again. */
class LotIT extends SlipOffice {
    @Autowired ReturnKind returns;
    @Autowired ScrapKind scraps;
    @Autowired SupplierReturnKind supplierReturns;
    @Autowired LotDesk desk;
    @Autowired Supply supply;
    @Autowired Clock clock;

    private UUID iodine;
    private UUID receipt;

    @BeforeEach
    void threeLotsAndSomeWithout() {
        openSchool();
        iodine = item("0901", "碘伏", "瓶");
        receive(TODAY.minusDays(9), at(iodine, "瓶", 2, "5"));
        receipt = receive(TODAY.minusDays(8), lot("A", 3, TODAY.minusDays(1)), lot("B", 4, TODAY.plusDays(20)), lot("C", 5, TODAY.plusDays(400)));
    }

    @Test
    void the_first_to_expire_go_first_and_none_past_its_day() {
        issue(TODAY, out(iodine, "瓶", 6));
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 3L, "C", 3L));
        refused("R-LOT-1", () -> issue(TODAY, out(iodine, "瓶", 6)));
        issue(TODAY, out(iodine, "瓶", 5));
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 3L));
        refused("R-LOT-1", () -> issue(TODAY, out(iodine, "瓶", 1)));
        posted(director, scraps, SlipContent.at(warehouse, TODAY, line(iodine, "瓶", 3)).because("EXPIRED", "过了有效期"));
        assertThat(onHand(iodine)).isEqualTo(Goods.NOTHING);
        everythingHolds();
    }

    @Test
    void what_comes_back_lies_in_the_lots_that_it_came_from() {
        var no = issue(TODAY, out(iodine, "瓶", 6));
        posted(teacher, returns, SlipContent.of(no, TODAY, line(iodine, "瓶", 3)));
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 3L, "B", 1L, "C", 5L));
        posted(teacher, returns, SlipContent.of(no, TODAY, line(iodine, "瓶", 3)));
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 3L, "B", 4L, "C", 5L));
        var whole = issue(TODAY, out(iodine, "瓶", 11));
        issues.reverse(keeper, issueId(whole), TODAY, "数量写错，退回重开");
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 3L, "B", 4L, "C", 5L));
        everythingHolds();
    }

    @Test
    void past_its_day_it_goes_back_to_the_supplier_or_is_scrapped_by_its_lot() {
        posted(director, supplierReturns, SlipContent.of(receiptNo(receipt), TODAY, line(iodine, "瓶", 3)));
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("B", 4L, "C", 5L));
        var named = SlipContent.at(warehouse, TODAY, new SlipContent.Line(iodine, "瓶", Quantity.of(2), null, "C")).because("BROKEN", "摔破了两瓶");
        var id = posted(director, scraps, named);
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("B", 4L, "C", 3L));
        refused("R-LOT-2", () -> posted(director, scraps, SlipContent.at(warehouse, TODAY, new SlipContent.Line(iodine, "瓶", Quantity.of(4), null, "C"))
                .because("BROKEN", "摔破了四瓶")));
        slips.reverse(keeper, scraps, id, TODAY, "误报，实物完好");
        assertThat(lots()).containsExactlyInAnyOrderEntriesOf(Map.of("B", 4L, "C", 5L));
        everythingHolds();
    }

    @Test
    void a_receipt_is_reversed_only_while_its_lots_are_there() {
        var no = issue(TODAY, out(iodine, "瓶", 1));
        refused("R-RCV-6", () -> receipts.reverse(keeper, receipt, TODAY, "型号不符，全部退回"));
        issues.reverse(keeper, issueId(no), TODAY, "数量写错，退回重开");
        receipts.reverse(keeper, receipt, TODAY, "型号不符，全部退回");
        assertThat(lots()).isEmpty();
        everythingHolds();
    }

    @Test
    void a_last_day_needs_a_lot() {
        refused("R-LOT-2", () -> receive(TODAY, new ReceiptContent.Line(iodine, "瓶", Quantity.of(1), new BigDecimal("5"), null, null, TODAY)));
    }

    @Test
    void the_keeper_is_told_what_expires_and_what_to_buy() {
        var today = LocalDate.now(clock);
        tenancy.read(school, () -> {
            assertThat(desk.todos(keeper)).extracting(TodoSource.Todo::title).contains("碘伏　A").doesNotContain("碘伏　C");
            assertThat(desk.todos(teacher)).isEmpty();
            assertThat(db.fetchCount(supply.lots(today))).isEqualTo(3);
            assertThat(db.fetchCount(supply.reorder())).isZero();
            return true;
        });
        tenancy.write(school, () -> items.change(keeper, iodine, new NewItem("0901", "碘伏", null, "瓶", items.item(iodine).categoryId(), Quantity.of(20),
                Quantity.of(50), List.of()), true));
        tenancy.read(school, () -> {
            var r = supply.reorder();
            var row = db.selectFrom(r).fetchSingle();
            assertThat(row.get("suggested", BigDecimal.class)).isEqualByComparingTo("36");
            assertThat(row.get("supplier", String.class)).isEqualTo("晨光文具");
            assertThat(row.get("price", BigDecimal.class)).isEqualByComparingTo("6");
            assertThat(row.get("amount", Long.class)).isEqualTo(216_00);
            return true;
        });
        refused("R-ITEM-2", () -> items.change(keeper, iodine, new NewItem("0901", "碘伏", null, "瓶", UUID.randomUUID(), Quantity.of(20), Quantity.of(10), List.of()), true));
    }

    private ReceiptContent.Line lot(String no, long quantity, LocalDate expires) {
        return new ReceiptContent.Line(iodine, "瓶", Quantity.of(quantity), new BigDecimal("6"), null, no, expires);
    }

    private Map<String, Long> lots() {
        return tenancy.<Map<String, Long>>read(school, () -> {
            var lots = new HashMap<String, Long>();
            db.select(LOT.LOT_NO, LOT.QUANTITY).from(LOT).where(LOT.SCHOOL_ID.eq(school), LOT.QUANTITY.gt(BigDecimal.ZERO)).forEach(r -> lots.put(r.value1(),
                    r.value2().longValueExact()));
            return lots;
        });
    }
}
