package org.zongwu.stores.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Balances;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.StockService;

class ItemsTemplateIT extends StoresOffice {
    @Autowired ItemsTemplate template;
    @Autowired StockService stock;
    @Autowired Balances balances;
    @Autowired List<FigureSource> sources;

    @Test
    void a_catalogue_becomes_items_and_one_opening() {
        openEmptySchool();
        var outcomes = take(row("办公用品", "1001", "复印纸", "A4", "包", "36", "21.5", "774", "1箱=8包，俗称A4纸"),
                row("办公用品", "1002", "铅笔", "2B", "支", "300支", "0.8", "240", ""),
                row("办公用品", "1003", "白板笔", "蓝", "支", "-6", "2.86", "-17.16", ""),
                row("办公用品", "1004", "档案盒", "55mm", "个", "0", "8.28", "0", ""),
                row("清洁用品", "1005", "拖把", "", "把", "15", "8.449999999999999", "127", ""),
                row("清洁用品", "1005", "拖把", "", "把", "15", "8.45", "126.75", ""),
                row("清洁用品", "1001", "扫把", "", "把", "1", "1", "1", ""),
                row("清洁用品", "1009", "扫把", "", "把", "一些", "1", "1", ""));
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.ACCEPTED, Verdict.ACCEPTED,
                Verdict.WARNING, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.PROBLEM);
        tenancy.read(school, () -> {
            var paper = items.named("A4纸").orElseThrow();
            assertThat(paper.inBaseUnits("箱", Quantity.of(2))).isEqualTo(Quantity.of(16));
            var store = warehouses.all().getFirst();
            assertThat(store.keeperId()).isEqualTo(keeper.employeeId());
            assertThat(stock.onHand(store.id(), paper.id()).amount()).isEqualTo(Money.ofYuan("774"));
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("1140.75"));
            assertThat(balances.balance("3001", TODAY)).isEqualTo(Money.ofYuan("1140.75"));
            var figures = new HashMap<String, Figure>();
            sources.forEach(s -> s.figures(new Span(TODAY.withDayOfMonth(1), TODAY)).forEach(f -> figures.put(f.definition().id(), f)));
            assertThat(figures.get("STOCK_VALUE").value()).isEqualByComparingTo("1140.75");
            assertThat(figures.get("STOCK_VALUE").grade()).isEqualTo(Grade.IMPORTED);
            assertThat(figures.get("STOCK_IN_COUNT").value()).isNull();
            return true;
        });
        everythingHolds();
    }

    @Test
    void the_same_file_again_is_all_duplicates_and_a_mended_row_goes_in() {
        openSchool();
        take(row("办公用品", "1001", "复印纸", "A4", "包", "36", "21.5", "774", ""), row("办公用品", "1003", "白板笔", "蓝", "支", "-6", "2.86", "-17.16", ""));
        var again = take(row("办公用品", "1001", "复印纸", "A4", "包", "36", "21.5", "774", ""), row("办公用品", "1003", "白板笔", "蓝", "支", "6", "2.86", "17.16", ""));
        assertThat(again).extracting(Outcome::verdict).containsExactly(Verdict.DUPLICATE, Verdict.ACCEPTED);
        tenancy.read(school, () -> {
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("791.16"));
            return true;
        });
    }

    @Test
    void a_file_that_was_taken_back_leaves_a_red_document_and_items_out_of_use_and_may_come_again() {
        openEmptySchool();
        Row[] file = {row("办公用品", "1001", "复印纸", "A4", "包", "36", "21.5", "774", "1箱=8包"), row("清洁用品", "1005", "拖把", "", "把", "", "", "", "")};
        var first = take(file);
        assertThat(undo(first)).isEmpty();
        tenancy.read(school, () -> {
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ZERO);
            assertThat(items.all()).extracting(i -> i.code() + i.active()).containsExactly("1001false");
            assertThat(items.categories()).extracting(c -> c.name()).containsExactly("办公用品");
            return true;
        });
        everythingHolds();
        assertThat(take(file)).extracting(Outcome::verdict).containsOnly(Verdict.ACCEPTED);
        tenancy.read(school, () -> {
            assertThat(balances.balance("1302", TODAY)).isEqualTo(Money.ofYuan("774"));
            assertThat(items.all()).extracting(i -> i.code() + i.active()).containsExactly("1001true", "1005true");
            return true;
        });
        everythingHolds();
    }

    @Test
    void an_opening_from_which_goods_were_handed_out_stays_and_the_slip_is_named() {
        openEmptySchool();
        var taken = take(row("办公用品", "1001", "复印纸", "A4", "包", "36", "21.5", "774", ""));
        tenancy.write(school, () -> {
            var paper = items.named("1001").orElseThrow();
            var store = warehouses.all().getFirst();
            stock.record(MoveKind.ISSUE, Grade.WORKED, new WorkRef("stores.issue", Ids.next(), "LY-1"), store.id(), TODAY, stock.take(store.id(), TODAY, Map.of(paper.id(), Quantity.of(2))));
        });
        assertThat(undo(taken)).extracting(Dependent::words).first().asString().endsWith("LY-1");
    }

    private List<Dependent> undo(List<Outcome> outcomes) {
        var made = outcomes.stream().flatMap(o -> Stream.concat(o.opened().stream(), Stream.ofNullable(o.made()))).toList();
        return tenancy.<List<Dependent>>write(school, () -> template.undo(made, keeper));
    }

    @Test
    void packings_and_prices_are_read_as_clerks_write_them() {
        var row = OpeningRow.of(row("办公用品", "1", "中性笔", "0.5", "支", "45", "1.2", "54", "1盒=12支 俗称：水笔"));
        assertThat(row.units()).containsExactly(Map.entry("盒", new BigDecimal("12")));
        assertThat(row.aliases()).containsExactly("水笔");
        assertThat(row.worth()).isEqualTo(Money.ofYuan("54"));
    }

    private List<Outcome> take(Row... rows) {
        return template.take(List.of(rows), keeper);
    }

    private static int number = 2;

    private static Row row(String category, String code, String name, String spec, String unit, String quantity, String price, String amount, String note) {
        return new Row("期初库存", ++number, Map.of("category", category, "code", code, "name", name, "spec", spec, "unit", unit, "quantity", quantity,
                "price", price, "amount", amount, "note", note));
    }
}
