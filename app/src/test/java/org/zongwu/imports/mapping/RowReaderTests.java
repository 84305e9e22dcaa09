package org.zongwu.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.imports.sheet.Books.merge;
import static org.zongwu.imports.sheet.Books.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.ImportTemplate.Row;

class RowReaderTests {
    @TempDir
    Path folder;

    @Test
    void a_cell_merged_downwards_stands_for_every_row_it_covers() {
        var rows = staff(s -> {
            row(s, 2, "办公室", "K001", "周一");
            row(s, 3, null, "K002", "吴二");
            merge(s, 2, 0, 3, 0);
            row(s, 4, null, "K003", "郑三");
        }).rows();
        assertThat(rows).extracting(r -> r.get("department")).containsExactly("办公室", "办公室", null);
    }

    @Test
    void a_ditto_mark_repeats_the_row_above_even_over_a_subtotal() {
        var rows = staff(s -> {
            row(s, 2, "办公室", "K001", "周一", "女");
            row(s, 3, "″", "K002", "吴二", "〃");
            row(s, 4, "小计", null, "2人");
            row(s, 5, "同 上", "K003", "郑三", "\"");
        }).rows();
        assertThat(rows).extracting(Row::number).containsExactly(2, 3, 5);
        assertThat(rows).extracting(r -> r.get("department")).containsOnly("办公室");
        assertThat(rows).extracting(r -> r.get("gender")).containsOnly("女");
    }

    @Test
    void sums_blanks_repeated_headers_and_notes_are_no_records_and_are_counted() {
        var read = staff(s -> {
            row(s, 2, "办公室", "K001", "周一");
            row(s, 3, "办公室小计", null, "1人");
            row(s, 6, "部门", "工号", "姓名", "性别", "参加工作时间", "电话");
            row(s, 7, "—— 三月 ——");
            row(s, 8, "食堂", "K009", "冯四");
            row(s, 9, "本页合计", null, "2人");
            row(s, 10, "合　计：2人");
            row(s, 11, "说明：电话只供发放物品用。");
            row(s, 12, "制表：周一", null, "审核：吴二");
            row(s, 13, "（接下页）");
            row(s, 14, "【后勤】");
            row(s, 15, "盘点人：周一", null, "监盘：吴二");
        });
        assertThat(read.rows()).extracting(Row::number).containsExactly(2, 8);
        assertThat(read.subtotals()).extracting(SheetRows.Note::line).containsExactly(3, 9, 10);
        assertThat(read.blank()).isZero();
        assertThat(read.repeated()).isEqualTo(1);
        assertThat(read.notes()).containsExactly(new SheetRows.Note(7, "—— 三月 ——"), new SheetRows.Note(11, "说明：电话只供发放物品用。"),
                new SheetRows.Note(12, "制表：周一 审核：吴二"),
                new SheetRows.Note(13, "（接下页）"), new SheetRows.Note(14, "【后勤】"), new SheetRows.Note(15, "盘点人：周一 监盘：吴二"));
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void a_title_that_comes_again_on_the_next_page_is_no_record() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "柳溪中学教职工名册");
            row(s, 2, "部门", "工号", "姓名");
            row(s, 3, "办公室", "K001", "周一");
            row(s, 4, "柳溪中学教职工名册");
            row(s, 5, "部门", "工号", "姓名");
            row(s, 6, "食堂", "K002", "吴二");
        }).getFirst();
        var read = RowReader.read(sheet, header(sheet, Fields.STAFF), Fields.YEARS);
        assertThat(read.rows()).extracting(Row::number).containsExactly(3, 6);
        assertThat(read.repeated()).isEqualTo(2);
    }

    @Test
    void a_row_with_only_a_name_is_still_a_record_that_the_template_must_judge() {
        assertThat(staff(s -> row(s, 2, null, null, "周一")).rows()).hasSize(1);
    }

    @Test
    void numbers_and_days_become_plain_where_there_is_one_way_to_read_them() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "编号", "品名", "单位", "期初数量", "单价", "金额");
            row(s, 2, "１００１", "纸", "包", "１２", "￥1,234.50", "（36.00）");
            row(s, 3, "1002.0", "笔", "支", "3 6", "12元", "-5");
            row(s, 4, "20251001.0", "尺", "把", "2盒", "约10", "#VALUE!");
        }).getFirst();
        var rows = RowReader.read(sheet, header(sheet, Fields.GOODS), Fields.YEARS).rows();
        assertThat(List.copyOf(rows.get(0).cells().values())).containsExactly("1001", "纸", "包", "12", "1234.50", "-36.00");
        assertThat(List.copyOf(rows.get(1).cells().values())).containsExactly("1002.0", "笔", "支", "36", "12", "-5");
        assertThat(List.copyOf(rows.get(2).cells().values())).containsExactly("20251001", "尺", "把", "2盒", "约10", "#VALUE!");
        var days = staff(s -> {
            row(s, 2, "甲", "K1", "一", null, "2026.3.5");
            row(s, 3, "甲", "K2", "二", null, "2026年3月5日");
            row(s, 4, "甲", "K3", "三", null, "20260305");
            row(s, 5, "甲", "K4", "四", null, "2026/3/5");
            row(s, 6, "甲", "K5", "五", null, "3.5");
            row(s, 7, "甲", "K6", "六", null, "2026.2.30");
        }).rows();
        assertThat(days).extracting(r -> r.get("joinedOn")).containsExactly("2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05", "2026.2.30");
    }

    @Test
    void a_sum_that_is_not_the_sum_is_doubted() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "编号", "品名", "单位", "数量", "单价", "金额");
            row(s, 2, "1001", "纸", "包", 10, 21.5, "=D2*E2");
            row(s, 3, "1002", "笔", "支", 3, 2, 6);
            row(s, 4, "小计", null, null, null, null, 321);
            row(s, 5, "2001", "桶", "个", 1, 10, 10);
            row(s, 6, "小计", null, null, null, null, "=SUM(F5:F5)");
            row(s, 7, "合计", null, null, null, null, 231);
        }).getFirst();
        var doubt = RowReader.read(sheet, header(sheet, Fields.GOODS), Fields.YEARS).doubts().getFirst();
        assertThat(doubt.line()).isEqualTo(4);
        assertThat(doubt.heading()).isEqualTo("金额");
        assertThat(doubt.summed()).isEqualByComparingTo("221");
        assertThat(doubt.agreesWithout(Set.of(3))).isFalse();
    }

    @Test
    void a_sum_that_leaves_out_a_line_which_does_not_count_is_right_after_all() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "编号", "品名", "单位", "数量", "单价", "金额");
            row(s, 2, "1001", "纸", "包", 10, 20, 200);
            row(s, 3, "1002", "笔", "支", -6, 2, -12);
            row(s, 4, "合计", null, null, null, null, 200);
        }).getFirst();
        var doubt = RowReader.read(sheet, header(sheet, Fields.GOODS), Fields.YEARS).doubts().getFirst();
        assertThat(doubt.agreesWithout(Set.of())).isFalse();
        assertThat(doubt.agreesWithout(Set.of(3))).isTrue();
    }

    private SheetRows staff(Consumer<Worksheet> content) {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "部门", "工号", "姓名", "性别", "参加工作时间", "电话");
            content.accept(s);
        }).getFirst();
        return RowReader.read(sheet, header(sheet, Fields.STAFF), Fields.YEARS);
    }

    private static Header header(org.zongwu.imports.sheet.Sheet sheet, TemplateFields template) {
        return new HeaderFinder(template, Map.of()).find(sheet).orElseThrow();
    }
}
