package org.zongwu.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.imports.sheet.Books.merge;
import static org.zongwu.imports.sheet.Books.row;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.imports.sheet.Books;

/** Another school's clerks call the same column something else. */
class HeadingWordsTests {
    private static final TemplateFields ISSUES = Fields.of("issues", "!day:DATE=领用日期|发放日期", "department=领用部门", "!receiver=领用人", "!item=物资名称|品名", "spec=规格型号", "!quantity:NUMBER=领用数量|数量", "purpose=用途",
            "price:MONEY=单价", "amount:MONEY=金额", "supplier=供货单位", "acceptor=验收人", "no:CODE=物资编号");

    @TempDir
    Path folder;

    @Test
    void the_same_in_other_words_is_the_same_column() {
        for (var same : new String[][] {{"领料时间", "领用日期"}, {"领取人签字", "领用人"}, {"领用人员签名", "领用人"}, {"供货厂家", "供应商"}, {"供货商及电话", "供货单位"}, {"物资编码", "物品编号"}, {"名称及规格", "名称"}, {"结存数", "结存数量"},
                {"供货商全称", "供应商名称"}, {"预计归还时间", "应还日期"}, {"排查地点", "检查地点"}, {"购进时间", "进货日期"}, {"来访单位及人员", "来访单位"}}) {
            assertThat(HeadingWords.of(same[0])).as(same[0]).isEqualTo(HeadingWords.of(same[1]));
        }
    }

    @Test
    void what_only_looks_alike_is_not() {
        for (var other : new String[][] {{"单位名称", "单位"}, {"验收人及日期", "验收人"}, {"人数", "人"}, {"审核人", "审批人"}, {"领用日期", "领用数量"}, {"归还日期", "应还日期"}, {"供货单位", "单位"}}) {
            assertThat(HeadingWords.of(other[0])).as(other[0]).isNotEqualTo(HeadingWords.of(other[1]));
        }
    }

    @Test
    void a_header_all_in_other_words_is_found_and_what_stands_there_by_its_name_goes_first() {
        var header = find(ISSUES, s -> {
            row(s, 1, "序号", "领料时间", "领料科室", "材料名称及规格", "数目", "领料人签字", "用处", "供货厂家", "物资编码");
            row(s, 2, 1, "2026.3.5", "语文组", "粉笔", 2, "周一", "上课", "百汇", "B1");
        });
        assertThat(header.fieldByColumn()).containsExactly(Map.entry(1, "day"), Map.entry(2, "department"), Map.entry(3, "item"), Map.entry(4, "quantity"), Map.entry(5, "receiver"), Map.entry(6, "purpose"),
                Map.entry(7, "supplier"), Map.entry(8, "no"));
        var both = find(ISSUES, s -> row(s, 1, "领料人签字", "领用人", "品名", "数量", "领用日期"));
        assertThat(both.fieldByColumn()).containsEntry(1, "receiver").doesNotContainKey(0);
    }

    @Test
    void a_heading_over_two_columns_stands_for_the_first_where_the_lower_words_say_nothing() {
        var header = find(ISSUES, s -> {
            row(s, 1, "某校物资领用明细");
            merge(s, 1, 0, 1, 6);
            row(s, 2, "领用日期", "品名", "数量", "价格", null, "验收人", null, "领用人");
            row(s, 3, null, null, null, "单价（元）", "总额（元）", "甲", "乙", null);
            for (var column : new int[] {0, 1, 2, 7}) merge(s, 2, column, 3, column);
            merge(s, 2, 3, 2, 4);
            merge(s, 2, 5, 2, 6);
            row(s, 4, "2026.3.5", "粉笔", 2, 1.5, 3, "周一", "孟二", "马三");
        });
        assertThat(header.lastLine()).isEqualTo(3);
        assertThat(header.fieldByColumn()).containsEntry(3, "price").containsEntry(4, "amount").containsEntry(5, "acceptor").doesNotContainKey(6).containsEntry(7, "receiver");
    }

    @Test
    void what_may_be_two_fields_is_the_one_that_no_other_column_can_be() {
        var overtime = Fields.of("overtime", "!person=姓名", "!day:DATE=加班日期|加班时间", "times=起止时间|加班时间");
        var alone = find(overtime, s -> row(s, 1, "姓名", "加班时间", "起止时间"));
        assertThat(alone.fieldByColumn()).containsEntry(1, "day").containsEntry(2, "times");
        var beside = find(overtime, s -> row(s, 1, "姓名", "加班时间", "加班日期"));
        assertThat(beside.fieldByColumn()).containsEntry(1, "times").containsEntry(2, "day");
    }

    private Header find(TemplateFields template, Consumer<Worksheet> content) {
        return new HeaderFinder(template, Map.of()).find(Books.of(folder, content).getFirst()).orElseThrow();
    }
}
