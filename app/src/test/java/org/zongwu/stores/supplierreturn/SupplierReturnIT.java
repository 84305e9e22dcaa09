package org.zongwu.stores.supplierreturn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Money;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;
import org.zongwu.stores.stock.Goods;

/** 退货单: the receipt in red, for its part. */
class SupplierReturnIT extends SlipOffice {
    @Autowired SupplierReturnKind returns;

    private UUID paper;
    private UUID receipt;
    private String no;

    @BeforeEach
    void aReceipt() {
        openSchool();
        paper = item("0101", "复印纸", "包");
        receipt = receive(TODAY.minusDays(2), at(paper, "包", 3, "3.335")); // 10.01 in all
        no = receiptNo(receipt);
    }

    @Test
    void goods_go_back_at_what_they_came_for_and_all_of_them_at_the_whole() {
        assertThat(slips.post(keeper, returns, signed(director, returns, back(1)), TODAY)).isEqualTo("TH-2026-00001");
        assertThat(onHand(paper)).isEqualTo(goods(2, "6.67")); // 10.01 less a third of it, 3.34
        assertThat(balance("1302")).isEqualTo(Money.ofYuan("6.67"));
        assertThat(balance("7201")).isEqualTo(Money.ofYuan("6.67"));
        posted(director, returns, back(2));
        assertThat(onHand(paper)).isEqualTo(Goods.NOTHING);
        assertThat(balance("1002")).isEqualTo(Money.ZERO);
        everythingHolds();
    }

    @Test
    void no_more_than_came_and_only_what_is_still_there() {
        refused("R-SLP-1", () -> posted(director, returns, back(4)));
        posted(director, returns, back(1));
        refused("R-SLP-1", () -> posted(director, returns, back(3)));
        refused("R-SLP-6", () -> receipts.reverse(keeper, receipt, TODAY, "型号不符，全部退回"));
        issue(TODAY, out(paper, "包", 1));
        refused("R-RCV-6", () -> posted(director, returns, back(2)));
        refused("R-SLP-2", () -> signed(keeper, returns, back(1)));
        everythingHolds();
    }

    @Test
    void reversed_all_is_as_it_was() {
        var id = posted(director, returns, back(3));
        slips.reverse(keeper, returns, id, TODAY, "供应商不收，退回");
        assertThat(onHand(paper)).isEqualTo(goods(3, "10.01"));
        assertThat(balance("1002")).isEqualTo(Money.ofYuan("-10.01"));
        receipts.reverse(keeper, receipt, TODAY, "型号不符，全部退回");
        assertThat(balance("1002")).isEqualTo(Money.ZERO);
        everythingHolds();
    }

    private SlipContent back(long quantity) {
        return SlipContent.of(no, TODAY, line(paper, "包", quantity));
    }
}
