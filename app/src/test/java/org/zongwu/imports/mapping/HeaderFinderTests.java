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

class HeaderFinderTests {
    @TempDir
    Path folder;

    @Test
    void the_header_is_found_below_a_title_and_a_line_about_who_filled_it_in() {
        var header = find(Fields.STAFF, s -> {
            row(s, 1, "柳溪中学教职工名册");
            merge(s, 1, 0, 1, 5);
            row(s, 2, "填报单位：办公室", null, null, "填报时间：2026年2月");
            row(s, 3, "序号", "部门（组）", "工 号", "姓\n名", "性别", "联系电话(手机)");
            row(s, 4, 1, "办公室", "K001", "周一", "女", "13100000001");
        });
        assertThat(header.firstLine()).isEqualTo(3);
        assertThat(header.lastLine()).isEqualTo(3);
        assertThat(header.fieldByColumn()).containsExactly(Map.entry(1, "department"), Map.entry(2, "staffNo"), Map.entry(3, "name"),
                Map.entry(4, "gender"), Map.entry(5, "phone"));
        assertThat(header.columns().getFirst().how()).isEqualTo(Header.How.UNKNOWN);
        assertThat(header.fits()).isTrue();
    }

    @Test
    void a_header_of_two_merged_lines_is_joined() {
        var header = find(Fields.ROOMS, s -> {
            row(s, 1, "楼栋", "门牌号", "用途", null, "使用面积", "责任人");
            merge(s, 1, 0, 2, 0);
            merge(s, 1, 1, 2, 1);
            merge(s, 1, 2, 1, 3);
            merge(s, 1, 4, 2, 4);
            row(s, 2, null, null, "名称", "类别");
            row(s, 3, "知行楼", "101", "一班教室", "教室", 64.5);
        });
        assertThat(header.firstLine()).isEqualTo(1);
        assertThat(header.lastLine()).isEqualTo(2);
        assertThat(header.fieldByColumn()).containsEntry(2, "title").containsEntry(3, "use").containsEntry(4, "area").containsEntry(5, "keeper");
        assertThat(header.columns().get(2).heading()).isEqualTo("用途名称");
    }

    @Test
    void full_width_letters_and_units_in_brackets_do_not_matter() {
        var header = find(Fields.GOODS, s -> row(s, 1, "编　号", "品名：", "规格/型号", "单位", "数量（包）", "单价(元)", "金额【元】"));
        assertThat(header.found()).containsExactlyInAnyOrder("code", "name", "spec", "unit", "quantity", "price", "amount");
    }

    @Test
    void a_required_column_that_is_missing_is_named() {
        var header = find(Fields.STAFF, s -> row(s, 1, "日期", "姓名", "变动", "去向"));
        assertThat(header.fits()).isFalse();
        assertThat(header.missing()).containsExactly("部门", "工号");
    }

    @Test
    void a_mapping_by_hand_goes_before_what_the_heading_says() {
        var remembered = Map.of(Heading.plain("人员"), "name", Heading.plain("电话"), "");
        var header = new HeaderFinder(Fields.STAFF, remembered).find(Books.of(folder, s -> row(s, 1, "部门", "工号", "人员", "姓名", "电话"))
                .getFirst()).orElseThrow();
        assertThat(header.columns()).extracting(Header.Column::how).containsExactly(Header.How.KNOWN, Header.How.KNOWN, Header.How.BY_HAND,
                Header.How.UNKNOWN, Header.How.LEFT_OUT);
        assertThat(header.fieldByColumn()).containsEntry(2, "name").doesNotContainKey(3).doesNotContainKey(4);
    }

    @Test
    void columns_of_the_same_heading_are_told_apart() {
        var header = find(Fields.STAFF, s -> row(s, 1, "部门", "工号", "姓名", "电话", "电话"));
        assertThat(header.columns()).extracting(Header.Column::key).containsExactly("部门", "工号", "姓名", "电话", "电话#2");
        assertThat(header.fieldByColumn()).containsEntry(3, "phone").doesNotContainKey(4);
    }

    private Header find(TemplateFields template, Consumer<Worksheet> content) {
        return new HeaderFinder(template, Map.of()).find(Books.of(folder, content).getFirst()).orElseThrow();
    }
}
