package org.zongwu.stocktaking.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.TestClock;
import org.zongwu.engine.FileImports;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.item.NewItem;
import org.zongwu.stores.receipt.OpeningService;
import org.zongwu.stores.receipt.ReceiptContent;

/** The stores sheet of a school's own 期末盘点表, against what its ledgers must come to. */
class CountSheetIT extends StoresOffice {
    private static final Path FOLDER = Path.of("../samples/xingcheng");
    private static final Span TERM = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));

    @Autowired FileImports imports;
    @Autowired OpeningService openings;
    @Autowired Terms terms;
    @Autowired List<FigureSource> sources;
    @Autowired TestClock clock;
    @Autowired DSLContext db;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void a_list_of_paper_becomes_a_stocktake_that_differs_where_the_shelf_did() throws IOException {
        clock.set(LocalDate.of(2026, 7, 15), LocalTime.of(17, 0));
        openEmptySchool();
        tenancy.write(school, () -> setUp.firstDuty(director.employeeId(), Duty.GA_DIRECTOR));
        tenancy.write(school, () -> terms.open(director, new Term(Ids.next(), "2025-2026-2", TERM.from(), LocalDate.of(2026, 3, 2), TERM.to())));
        closingStock();
        var results = new ArrayList<FileImports.Result>();
        imports.load(school, List.of(FOLDER.resolve("10-期末盘点表.xlsx")), "", false, results::add);
        var result = results.getFirst();
        assertThat(result.sheets()).extracting(FileImports.Sheet::template).containsExactly(null, "stocktakes");
        assertThat(List.of(result.rows(), result.taken(), result.duplicate(), result.problem(), result.warning())).as(result.words().toString()).containsExactly(310, 310, 0, 0, 1);
        assertThat(result.findings()).extracting(f -> f.sheet() + " " + f.row()).containsExactly("仓库盘点 215");
        tenancy.read(school, () -> {
            var sums = db.fetchSingle("""
                    select count(*), count(*) filter (where state = 'MATCHED'), sum(difference) filter (where difference > 0), -sum(difference) filter (where difference < 0)
                    from stocktaking.line where school_id = ?""", school);
            assertThat(sums.get(0, Integer.class)).isEqualTo(310);
            assertThat(sums.get(1, Integer.class)).isEqualTo(302);
            assertThat(sums.get(2, BigDecimal.class)).isEqualByComparingTo("2");
            assertThat(sums.get(3, BigDecimal.class)).isEqualByComparingTo("11");
            assertThat(db.fetchSingle("select person from stocktaking.taken where school_id = ? limit 1", school).get(0, String.class)).isEqualTo("于雅军");
            var figures = new HashMap<String, Figure>();
            sources.forEach(s -> s.figures(TERM).forEach(f -> figures.put(f.definition().id(), f)));
            assertThat(figures.get("STOCK_MATCH_RATE").value()).isEqualByComparingTo("97.42");
            return true;
        });
        everythingHolds();
    }

    /** What the ledgers of the term come to, as {@code expected.json} adds them up, posted as if it had lain there from the start. */
    private void closingStock() throws IOException {
        var json = Files.readString(FOLDER.resolve("expected.json"));
        var listed = Pattern.compile("\"(\\d{4}) ([^\"]+)\":\\s*(\\d+)").matcher(json.substring(json.indexOf("closing_qty_by_item")));
        tenancy.write(school, () -> {
            var store = warehouses.open(director, "01", "总务仓库", null, keeper.employeeId(), TERM.from());
            var category = items.category(keeper, "物资").id();
            var lines = new ArrayList<ReceiptContent.Line>();
            while (listed.find()) {
                var id = items.create(keeper, new NewItem(listed.group(1), listed.group(2), null, "个", category, null, List.of()));
                if (!listed.group(3).equals("0")) lines.add(new ReceiptContent.Line(id, "个", Quantity.of(listed.group(3)), BigDecimal.ONE, null));
            }
            openings.post(keeper, store, TERM.from(), lines);
        });
    }
}
