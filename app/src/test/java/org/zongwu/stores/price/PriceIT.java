package org.zongwu.stores.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.school.Policies;
import org.zongwu.stores.pricedifference.PriceDifferenceKind;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;

/** What things cost over the purchases, and what is said when they cost far more. */
class PriceIT extends SlipOffice {
    @Autowired PriceBooks books;
    @Autowired PriceRise rise;
    @Autowired Policies policies;
    @Autowired PriceDifferenceKind differences;

    private UUID paper;
    private UUID other;

    @BeforeEach
    void twoSuppliers() {
        openSchool();
        paper = item("0101", "复印纸", "包");
        tenancy.write(school, () -> {
            items.addUnit(keeper, paper, "箱", new BigDecimal("8"));
            other = parties.register(director, Ids.next(), "得力办公", null, null, null).id();
        });
        receive(TODAY.minusDays(30), at(paper, "包", 10, "20"));
        supplier = other;
        receive(TODAY.minusDays(20), at(paper, "箱", 2, "180")); // 22.50 for one of 16
        receive(TODAY.minusDays(10), at(paper, "包", 4, "18"));
    }

    @Test
    void every_purchase_stands_beside_the_one_before_it_by_the_base_unit() {
        assertThat(read(books::rows, "day", "supplier", "quantity", "price", "before", "change")).containsExactly(
                "2026-10-24 晨光文具 10 20 null null", "2026-11-03 得力办公 16 22.5 20 12.5", "2026-11-13 得力办公 4 18 22.5 -20");
    }

    @Test
    void suppliers_stand_beside_each_other_with_last_lowest_and_average() {
        assertThat(read(books::suppliers, "supplier", "times", "quantity", "last", "lowest", "average", "highest", "state")).containsExactly(
                "晨光文具 1 10 20 20 20 20 HIGHER", "得力办公 2 20 18 18 21.6 22.5 LOWEST");
    }

    @Test
    void what_was_taken_back_is_no_purchase() {
        receipts.reverse(keeper, receive(TODAY, at(paper, "包", 1, "99")), TODAY, "录错了单价");
        assertThat(read(books::rows, "price")).containsExactly("20", "22.5", "18");
    }

    @Test
    void an_estimate_counts_at_its_invoice() {
        var accountant = person("1008", "陈会", Duty.ACCOUNTANT);
        var id = Ids.next();
        var no = tenancy.<String>write(school, () -> {
            receipts.draft(keeper, id, new ReceiptContent(warehouse, Funding.ESTIMATE, supplier, buyer.employeeId(), TODAY, null, null, director.employeeId(), acceptor.employeeId(),
                    List.of(at(paper, "包", 10, "30"))));
            receipts.submit(keeper, id, 1);
            receipts.accept(director, id, 2);
            receipts.accept(acceptor, id, 3);
            return receipts.post(keeper, id, TODAY);
        });
        assertThat(read(books::rows, "price")).endsWith("30");
        var difference = posted(accountant, differences, SlipContent.of(no, TODAY, new SlipContent.Line(paper, "包", Quantity.of(10), Money.ofYuan("251"), null)).paid("OWN", "ADMIN", "1"));
        assertThat(read(books::rows, "price")).endsWith("25.1");
        slips.reverse(keeper, differences, difference, TODAY, "发票作废，重开");
        assertThat(read(books::rows, "price")).endsWith("30");
    }

    @Test
    void a_price_far_above_the_last_one_is_said_by_the_policy_of_that_day() {
        assertThat(rises("包", "21.60")).isEmpty(); // 20 % above 18
        assertThat(rises("包", "21.70")).extracting(r -> r.percent() + " " + r.last() + " " + r.price() + " " + r.supplier()).containsExactly("20.6 18.000000 21.700000 得力办公");
        assertThat(rises("箱", "172.80")).isEmpty();
        assertThat(rises("箱", "180")).hasSize(1);
        tenancy.write(school, () -> policies.set(director, "stock.price.alert.percent", "50", TODAY, "会议决定"));
        assertThat(rises("包", "26")).isEmpty();
        tenancy.read(school, () -> assertThat(rise.rises(List.of(new PriceRise.Asked(paper, "包", new BigDecimal("26"))), TODAY.minusDays(5))).hasSize(1));
    }

    private List<PriceRise.Rise> rises(String unit, String price) {
        return tenancy.<List<PriceRise.Rise>>read(school, () -> rise.rises(List.of(new PriceRise.Asked(paper, unit, new BigDecimal(price))), TODAY));
    }

    private List<String> read(Supplier<Table<?>> book, String... columns) {
        return tenancy.<List<String>>read(school, () -> {
            var rows = book.get();
            return db.selectFrom(rows).orderBy(rows.field("day")).fetch(r -> Stream.of(columns).map(c -> shown(r.get(c))).collect(Collectors.joining(" ")));
        });
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : "" + value;
    }
}
