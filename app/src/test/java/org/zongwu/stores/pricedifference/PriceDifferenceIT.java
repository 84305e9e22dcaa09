package org.zongwu.stores.pricedifference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;

/** 价差单: the invoice of goods that came at an estimate. */
class PriceDifferenceIT extends SlipOffice {
    @Autowired PriceDifferenceKind differences;

    private Actor accountant;
    private UUID paper;
    private UUID receipt;
    private String no;

    @BeforeEach
    void tenAtAnEstimate() {
        openSchool();
        accountant = person("1008", "陈会", Duty.ACCOUNTANT);
        paper = item("0101", "复印纸", "包");
        receipt = Ids.next();
        tenancy.write(school, () -> {
            receipts.draft(keeper, receipt, new ReceiptContent(warehouse, Funding.ESTIMATE, supplier, buyer.employeeId(), TODAY.minusDays(2), null, null,
                    director.employeeId(),
                    acceptor.employeeId(), List.of(at(paper, "包", 10, "10"))));
            receipts.submit(keeper, receipt, 1);
            receipts.accept(director, receipt, 2);
            receipts.accept(acceptor, receipt, 3);
            no = receipts.post(keeper, receipt, TODAY.minusDays(2));
        });
        assertThat(balance("2302")).isEqualTo(Money.ofYuan("100"));
    }

    @Test
    void what_still_lies_there_is_corrected_and_the_rest_is_an_expense() {
        issue(TODAY, out(paper, "包", 7));
        assertThat(slips.post(keeper, differences, signed(accountant, differences, invoiced(10, "107.77", "OWN")), TODAY)).isEqualTo("JC-2026-00001");
        assertThat(onHand(paper)).isEqualTo(goods(3, "32.33")); // three tenths of 7.77
        assertThat(balance("1302")).isEqualTo(Money.ofYuan("32.33"));
        assertThat(balance("5001")).isEqualTo(Money.ofYuan("75.44"));
        assertThat(balance("2302")).isEqualTo(Money.ZERO);
        assertThat(balance("1002")).isEqualTo(Money.ofYuan("-107.77"));
        assertThat(balance("7201")).isEqualTo(Money.ofYuan("107.77"));
        everythingHolds();
    }

    @Test
    void an_invoice_below_the_estimate_is_red_and_credit_stays_a_debt() {
        posted(accountant, differences, invoiced(4, "38", "CREDIT"));
        assertThat(onHand(paper)).isEqualTo(goods(10, "98"));
        assertThat(balance("2302")).isEqualTo(Money.ofYuan("98"));
        posted(accountant, differences, invoiced(6, "60", "FISCAL"));
        assertThat(balance("2302")).isEqualTo(Money.ofYuan("38"));
        assertThat(balance("4001")).isEqualTo(Money.ofYuan("60"));
        everythingHolds();
    }

    @Test
    void nothing_on_hand_leaves_the_card_alone() {
        issue(TODAY, out(paper, "包", 10));
        var id = posted(accountant, differences, invoiced(10, "120", "OWN"));
        nothingMoved(id);
        assertThat(balance("5001")).isEqualTo(Money.ofYuan("120"));
        assertThat(balance("1302")).isEqualTo(Money.ZERO);
        slips.reverse(keeper, differences, id, TODAY, "发票作废，重开");
        assertThat(balance("5001")).isEqualTo(Money.ofYuan("100"));
        everythingHolds();
    }

    @Test
    void no_more_than_came_only_an_estimate_and_checked_by_the_accountant() {
        refused("R-SLP-1", () -> posted(accountant, differences, invoiced(11, "120", "OWN")));
        refused("R-SLP-2", () -> signed(director, differences, invoiced(1, "12", "OWN")));
        refused("R-SLP-5", () -> submitted(differences, SlipContent.of(no, TODAY, new SlipContent.Line(paper, "包", Quantity.of(1), Money.ofYuan("12"), null))));
        refused("R-SLP-4", () -> submitted(differences, SlipContent.of(no, TODAY, line(paper, "包", 1)).paid("OWN", "ADMIN", "1")));
        var paid = receiptNo(receive(TODAY, at(paper, "包", 1, "10")));
        refused("R-SLP-1", () -> submitted(differences, SlipContent.of(paid, TODAY, line(paper, "包", 1))));
        posted(accountant, differences, invoiced(10, "120", "OWN"));
        refused("R-SLP-1", () -> posted(accountant, differences, invoiced(1, "10", "OWN")));
        refused("R-SLP-6", () -> receipts.reverse(keeper, receipt, TODAY, "型号不符，全部退回"));
    }

    @Test
    void reversed_all_is_as_it_was() {
        issue(TODAY, out(paper, "包", 7));
        var id = posted(accountant, differences, invoiced(10, "107.77", "OWN"));
        slips.reverse(keeper, differences, id, TODAY, "发票作废，重开");
        assertThat(onHand(paper)).isEqualTo(goods(3, "30"));
        assertThat(balance("5001")).isEqualTo(Money.ofYuan("70"));
        assertThat(balance("2302")).isEqualTo(Money.ofYuan("100"));
        assertThat(balance("1002")).isEqualTo(Money.ZERO);
        everythingHolds();
    }

    private SlipContent invoiced(long quantity, String yuan, String funding) {
        return SlipContent.of(no, TODAY, new SlipContent.Line(paper, "包", Quantity.of(quantity), Money.ofYuan(yuan), null)).paid(funding, "TEACHING", "87654321");
    }
}
