package org.zongwu.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.imports.sheet.Books.row;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Span;

/** What clerks write into cells of days, amounts and counts, and what it means. */
class CellCleanerTests {
    private static final TemplateFields VISITS = Fields.of("visits", "!on:DATE=日期", "back:DATE=归还", "who=来访单位", "!guests:NUMBER=人数", "amount:MONEY=金额",
            "left:MOMENT=离开时间", "unit=单位", "weight:NUMBER=重量（克）");
    private static final Span SPRING = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));

    @TempDir
    Path folder;

    @Test
    void a_title_says_the_year_of_its_days() {
        for (var title : List.of("接待登记（2026年3月）", "2026年上半年接待", "2025-2026学年第二学期接待登记", "接待 2026年")) {
            assertThat(days(Fields.YEARS, title, "3.15", "3月15日", "3-15", "３．１５")).as(title).containsOnly("2026-03-15");
        }
        assertThat(days(Fields.YEARS, "2025-2026学年第一学期", "9.3", "1.8")).containsExactly("2025-09-03", "2026-01-08");
        assertThat(days(Fields.YEARS, "2026年1月", "12.31", "1.4")).containsExactly("2025-12-31", "2026-01-04");
    }

    @Test
    void else_the_nearest_whole_day_of_the_column_says_it_also_over_new_year() {
        assertThat(days(Fields.YEARS, "接待登记", "2025.12.20", "12.28", "1.5", "2026.1.9")).containsExactly("2025-12-20", "2025-12-28", "2026-01-05", "2026-01-09");
    }

    @Test
    void else_the_terms_say_it_when_only_one_holds_the_day() {
        var terms = Years.of(List.of(SPRING, new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20))), "a.xlsx");
        assertThat(days(terms, "接待登记", "3.15", "12.3", "7.22")).containsExactly("2026-03-15", "2026-12-03", "7.22");
        var twice = Years.of(List.of(SPRING, new Span(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 7, 15))), "a.xlsx");
        assertThat(days(twice, "接待登记", "3.15")).containsExactly("3.15");
        assertThat(days(Years.of(List.of(SPRING), "a.xlsx"), "接待登记", "7.22")).containsExactly("2026-07-22");
        assertThat(days(Years.of(List.of(), "2026年接待.xlsx"), "接待登记", "7.22")).containsExactly("2026-07-22");
    }

    @Test
    void what_is_no_single_day_stays_as_it_stands() {
        assertThat(days(Fields.YEARS, "2026年", "2.30", "13.1", "2026.3", "月底", "3.5-3.7", "2026", "12")).containsExactly("2.30", "13.1", "2026.3", "月底", "3.5-3.7", "2026", "12");
    }

    @Test
    void a_serial_that_shows_as_a_number_and_a_day_with_its_weekday_are_days() {
        assertThat(days(Fields.YEARS, "接待", "46085", "2026年3月5日（星期四）", "2026-03-06 周五", "26.3.7", "二〇二六")).containsExactly("2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07", "二〇二六");
    }

    @Test
    void a_month_is_a_day_only_where_the_field_says_so() {
        var fields = new TemplateFields("honours", "honours", java.util.Set.of(), List.of(
                new TemplateFields.Known(new org.zongwu.kernel.ImportTemplate.Field("on", true, org.zongwu.kernel.ImportTemplate.Kind.DATE, List.of()).byMonth(), "日期", java.util.Set.of("日期")),
                Fields.of("x", "!name=名称").fields().getFirst()), null);
        var sheet = Books.of(folder, s -> {
            row(s, 1, "日期", "名称");
            row(s, 2, "2026.3", "先进");
            row(s, 3, "2026年11月", "先进");
        }).getFirst();
        var rows = RowReader.read(sheet, new HeaderFinder(fields, Map.of()).find(sheet).orElseThrow(), Fields.YEARS).rows();
        assertThat(rows).extracting(r -> r.get("on")).containsExactly("2026-03-01", "2026-11-01");
    }

    @Test
    void a_day_with_its_time_is_a_moment() {
        assertThat(read("2026年3月", s -> {
            row(s, 3, "3.4", null, "甲", 1, null, "2026-03-04 14:10");
            row(s, 4, "3.4", null, "甲", 1, null, "3月4日 下午2:10");
            row(s, 5, "3.4", null, "甲", 1, null, "3.4 8点半");
            row(s, 6, "3.4", null, "甲", 1, null, 46083.590277777781);
            row(s, 7, "3.4", null, "甲", 1, null, "2026-03-04");
        })).extracting(r -> r.get("left")).containsExactly("2026-03-04T14:10", "2026-03-04T14:10", "2026-03-04T08:30", "2026-03-02T14:10", "2026-03-04");
    }

    @Test
    void amounts_are_read_in_words_with_units_and_in_red() {
        assertThat(read("2026年3月", s -> {
            var texts = List.of("叁仟捌佰陆拾元零伍角整", "人民币陆佰肆拾元整", "￥1,234.50", "231.71元", "3.6万元", "15.98 万", "（36.00）", "红字36", "无", "—", "按实结算", "拾元整", "伍分");
            for (var i = 0; i < texts.size(); i++) row(s, i + 3, "3.4", null, "甲", 1, texts.get(i));
        })).extracting(r -> String.valueOf(r.get("amount"))).containsExactly("3860.50", "640", "1234.50", "231.71", "36000", "159800", "-36.00", "-36", "null", "null",
                "按实结算", "10", "0.05");
    }

    @Test
    void every_amount_that_the_house_writes_in_words_is_read_again() {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++) {
            var money = new Money(random.nextLong(1, i % 2 == 0 ? 100_000_000_000L : 1_000_000));
            assertThat(Amounts.read(money.inWords())).as(money.inWords()).isEqualByComparingTo(money.yuan());
        }
    }

    @Test
    void below_a_heading_in_ten_thousands_a_plain_number_is_ten_thousand_times_as_much() {
        var fields = Fields.of("budget", "!name=项目", "!amount:MONEY=预算", "!used:MONEY=执行");
        var sheet = Books.of(folder, s -> {
            row(s, 1, "预算执行表");
            row(s, 2, "单位：万元");
            row(s, 3, "项目", "预算（元）", "执行");
            row(s, 4, "水电", 120000, 3.456);
            row(s, 5, "维修", "120000", "2000元");
        }).getFirst();
        var rows = RowReader.read(sheet, new HeaderFinder(fields, Map.of()).find(sheet).orElseThrow(), Fields.YEARS).rows();
        assertThat(rows).extracting(r -> r.get("amount")).containsExactly("120000", "120000");
        assertThat(rows).extracting(r -> r.get("used")).containsExactly("34560", "2000");
    }

    @Test
    void a_unit_goes_only_where_it_says_nothing_new() {
        assertThat(read("2026年3月", s -> {
            row(s, 3, "3.4", null, "甲", "8人", null, null, "瓶", "160g");
            row(s, 4, "3.4", null, "甲", "12", null, null, "瓶", "150 克");
            row(s, 5, "3.4", null, "甲", 3, null, null, "瓶", "0.2kg");
        })).extracting(r -> r.get("guests") + " " + r.get("weight")).containsExactly("8人 160", "12 150", "3 0.2kg");
        var fields = Fields.of("a", "!name=品名", "!quantity:NUMBER=数量", "unit=单位");
        var sheet = Books.of(folder, s -> {
            row(s, 1, "品名", "数量", "单位");
            row(s, 2, "汽油", "33.59升", "升");
            row(s, 3, "铅笔", "2盒", "支");
            row(s, 4, "尺", "５把", "把");
        }).getFirst();
        assertThat(RowReader.read(sheet, new HeaderFinder(fields, Map.of()).find(sheet).orElseThrow(), Fields.YEARS).rows()).extracting(r -> r.get("quantity"))
                .containsExactly("33.59", "2盒", "5");
    }

    @Test
    void one_measure_for_the_whole_column_goes_two_stay() {
        var fields = Fields.of("a", "!name=事由", "!n:NUMBER=数");
        assertThat(numbers(fields, "8人", "3名", "12")).containsExactly("8", "3", "12");
        assertThat(numbers(fields, "8人", "3小时", "12")).containsExactly("8人", "3小时", "12");
        assertThat(numbers(fields, "8箱", "3")).containsExactly("8箱", "3");
    }

    @Test
    void a_unit_that_the_field_knows_is_worked_out() {
        var hours = new TemplateFields.Known(new org.zongwu.kernel.ImportTemplate.Field("n", true, org.zongwu.kernel.ImportTemplate.Kind.NUMBER, List.of()).unit("天", "8"), "小时", java.util.Set.of("小时"));
        var fields = new TemplateFields("a", "a", java.util.Set.of(), List.of(Fields.of("x", "!name=事由").fields().getFirst(), hours), null);
        assertThat(numbers(fields, "3小时", "1天", "半天", "2.5", "0.5天", "30分钟")).containsExactly("3", "8", "4", "2.5", "4", "30分钟");
    }

    private List<String> numbers(TemplateFields fields, String... texts) {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "事由", fields.fields().get(1).title());
            for (var i = 0; i < texts.length; i++) row(s, i + 2, "甲", texts[i]);
        }).getFirst();
        return RowReader.read(sheet, new HeaderFinder(fields, Map.of()).find(sheet).orElseThrow(), Fields.YEARS).rows().stream().map(r -> r.get("n")).toList();
    }

    private List<String> days(Years years, String title, String... texts) {
        return read(years, title, s -> {
            for (var i = 0; i < texts.length; i++) row(s, i + 3, texts[i], null, "甲", 1);
        }).stream().map(r -> r.get("on")).toList();
    }

    private List<Row> read(String title, Consumer<Worksheet> content) {
        return read(Fields.YEARS, title, content);
    }

    private List<Row> read(Years years, String title, Consumer<Worksheet> content) {
        var sheet = Books.of(folder, s -> {
            row(s, 1, title);
            row(s, 2, "日期", "归还", "来访单位", "人数", "金额", "离开时间", "单位", "重量（克）");
            content.accept(s);
        }).getFirst();
        return RowReader.read(sheet, new HeaderFinder(VISITS, Map.of()).find(sheet).orElseThrow(), years).rows();
    }
}
