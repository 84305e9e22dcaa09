package org.zongwu.stores.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.stores.Tables.RECEIPT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.ledger.Balances;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.receipt.OpeningService;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;

/** Slips of an old ledger: as they stand, dated back, never below nothing, and taken back whole. */
class OldSlipsIT extends StoresOffice {
    private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);

    @Autowired ReceiptsTemplate receiptsTemplate;
    @Autowired IssuesTemplate issuesTemplate;
    @Autowired OpeningService openings;
    @Autowired StockService stock;
    @Autowired Balances balances;
    @Autowired DSLContext db;

    private int number;

    @BeforeEach
    void aStoreroomWithPaperAndPens() {
        openSchool();
        var paper = item("1001", "复印纸", "包");
        item("1002", "铅笔", "支");
        tenancy.write(school, () -> openings.post(keeper, warehouse, OPENED, List.of(new ReceiptContent.Line(paper, "包", Quantity.of(10), null, Money.ofYuan("200")))));
    }

    @Test
    void rows_of_one_number_are_one_slip_that_keeps_its_number_and_bears_no_signature_that_the_paper_does_not() {
        var came = take(receiptsTemplate, in("2026-09-10", "入09-001", "复印纸", "箱", "2", "180", "360", "1箱=8包"), in("2026-09-10", "入09-001", "铅笔", "支", "100", "0.8", "80", null));
        var went = take(issuesTemplate, out("2026-09-12", "领09001", "刘洋", "复印纸", "5"), out("2026-09-12", "领09001", "刘洋", "铅笔", "10"), out("2026-09-13", "领09002", "陈旧", "铅笔", "1"));
        assertThat(came).extracting(Outcome::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(went).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WARNING);
        assertThat(came).extracting(o -> o.made().no()).containsOnly("入09-001");
        assertThat(went).extracting(o -> o.made().no()).containsExactly("领09001", "领09001", "领09002");
        assertThat(lies("复印纸")).isEqualTo(new Goods(Quantity.of(21), Money.ofYuan("452.31")));
        tenancy.read(school, () -> {
            var slip = db.selectFrom(RECEIPT).where(RECEIPT.SCHOOL_ID.eq(school), RECEIPT.ID.eq(came.getFirst().made().id())).fetchSingle();
            assertThat(slip.getGrade()).isEqualTo("IMPORTED");
            assertThat(slip.getAcceptor1Id()).isEqualTo(acceptor.employeeId());
            assertThat(slip.getAcceptor2Id()).isNull();
            assertThat(slip.getAcceptor1At()).isNull();
            assertThat(balances.balance("1302", TODAY)).isEqualTo(lies("复印纸").amount().plus(lies("铅笔").amount()));
            return true;
        });
        everythingHolds();
    }

    @Test
    void the_same_file_again_brings_nothing_and_a_red_line_takes_goods_back() {
        Row[] file = {in("2026-09-10", "入09-001", "铅笔", "支", "100", "0.8", "80", null), in("2026-09-12", "入09-001", "铅笔", "支", "-4", "0.8", "-3.2", "红字：退货")};
        var came = take(receiptsTemplate, file);
        assertThat(came).extracting(o -> o.made().no()).containsExactly("入09-001", "入09-001红");
        assertThat(take(receiptsTemplate, file[0])).extracting(Outcome::verdict).containsOnly(Verdict.DUPLICATE);
        var went = take(issuesTemplate, out("2026-09-20", "领1", "刘洋", "铅笔", "6"), out("2026-09-25", "退1", "刘洋", "铅笔", "-2"), out("2026-09-20", "领1", "刘洋", "铅笔", "6"));
        assertThat(went).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.DUPLICATE);
        assertThat(lies("铅笔")).isEqualTo(new Goods(Quantity.of(92), Money.ofYuan("73.6")));
        everythingHolds();
    }

    @Test
    void what_would_have_been_below_nothing_on_any_day_is_shown_and_not_booked() {
        take(receiptsTemplate, in("2026-10-10", "入10-001", "铅笔", "支", "100", "0.8", "80", null));
        var went = take(issuesTemplate, out("2026-10-09", "领1", "刘洋", "铅笔", "1"), out("2026-10-11", "领2", "刘洋", "铅笔", "60"), out("2026-10-12", "领3", "刘洋", "铅笔", "60"),
                out("2026-10-10", "领4", "刘洋", "铅笔", "41"), out("2026-08-31", "领5", "刘洋", "复印纸", "1"));
        assertThat(went).extracting(Outcome::key).containsExactly("import.paper.not-enough", "import.paper.not-enough", "import.paper.not-enough", null, "import.paper.before-opening");
        assertThat(lies("铅笔").quantity()).isEqualTo(Quantity.of(59));
        everythingHolds();
    }

    @Test
    void an_import_goes_back_as_red_documents_and_not_from_under_another() {
        var came = take(receiptsTemplate, in("2026-09-10", "入09-001", "铅笔", "支", "100", "0.8", "80", null), in("2026-10-10", "入10-001", "铅笔", "支", "50", "0.9", "45", null));
        var went = take(issuesTemplate, out("2026-09-12", "领1", "刘洋", "铅笔", "30"));
        assertThat(undo(receiptsTemplate, came)).singleElement().satisfies(d -> assertThat(d.words()).endsWith("领1"));
        assertThat(undo(issuesTemplate, went)).isEmpty();
        assertThat(lies("铅笔")).isEqualTo(new Goods(Quantity.of(150), Money.ofYuan("125")));
        assertThat(undo(receiptsTemplate, came)).isEmpty();
        assertThat(lies("铅笔")).isEqualTo(Goods.NOTHING);
        everythingHolds();
        assertThat(take(receiptsTemplate, in("2026-09-10", "入09-001", "铅笔", "支", "100", "0.8", "80", null))).extracting(o -> o.made().no()).containsExactly("入09-001·2");
        everythingHolds();
    }

    @Test
    void what_cannot_be_told_is_for_a_person() {
        var came = take(receiptsTemplate, in("2026-09-10", "入1", "铅笔", "打", "1", "9", "9", null), in("2026-09-10", "入2", "粉笔", "盒", "1", "9", "9", null), in("2026-09-10", "入3", "铅笔", "支", "10", "0.8", "9", null),
                in("2026-09-10", "入4", "铅笔", "支", "10", "0.8", "8", null), in("2026-09-11", "入4", "复印纸", "包", "1", "20", "20", null), in("2025-12-31", "入5", "铅笔", "支", "10", "0.8", "8", null),
                in("2026-09-10", "RK-2026-00001", "铅笔", "支", "10", "0.8", "8", null));
        assertThat(came).extracting(Outcome::key).containsExactly("import.paper.no-such-unit", "import.paper.no-such-item", "import.receipts.amount.disagrees", null, "import.paper.two-days",
                "import.paper.before-opening", null);
        assertThat(came.getLast().made().no()).isEqualTo("纸RK-2026-00001");
        var went = take(issuesTemplate, out("2026-09-10", "领1", "王无名", "铅笔", "1"), out("2026-09-10", "领2", "李秀兰", "铅笔", "1"));
        assertThat(went).extracting(Outcome::key).containsExactly("import.issues.unknown", "import.issues.to-himself");
        everythingHolds();
    }

    private Goods lies(String name) {
        return tenancy.read(school, () -> stock.onHand(warehouse, items.named(name).orElseThrow().id()));
    }

    private List<Outcome> take(ImportTemplate template, Row... rows) {
        return template.take(List.of(rows), keeper);
    }

    private List<Dependent> undo(ImportTemplate template, List<Outcome> outcomes) {
        var made = outcomes.stream().flatMap(o -> Stream.ofNullable(o.made())).toList();
        return tenancy.<List<Dependent>>write(school, () -> template.undo(made, keeper));
    }

    private Row in(String day, String no, String item, String unit, String quantity, String price, String amount, String note) {
        var cells = new HashMap<>(Map.of("day", day, "no", no, "item", item, "unit", unit, "quantity", quantity, "price", price, "amount", amount, "supplier", "晨光文具", "buyer", "许晴", "acceptor", "张晓燕"));
        if (note != null) cells.put("note", note);
        return new Row("入库", ++number, cells);
    }

    private Row out(String day, String no, String receiver, String item, String quantity) {
        return new Row("领物", ++number, Map.of("day", day, "no", no, "department", "总务处", "receiver", receiver, "item", item, "unit", item.equals("铅笔") ? "支" : "包", "quantity", quantity, "purpose", "办公", "giver", "李秀兰"));
    }
}
