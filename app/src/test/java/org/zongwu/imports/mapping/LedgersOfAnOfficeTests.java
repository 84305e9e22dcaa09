package org.zongwu.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.imports.sheet.Books.merge;
import static org.zongwu.imports.sheet.Books.row;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.files.FileKind;
import org.zongwu.imports.sheet.Books;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.imports.sheet.SheetFile;
import org.zongwu.kernel.ImportTemplate.Row;

/** Whole ledgers with the faults that ledgers have, all content invented. */
class LedgersOfAnOfficeTests {
    @TempDir
    Path folder;

    @Test
    void a_staff_roll_by_department_with_a_second_sheet_of_changes() {
        var sheets = Books.read(Books.write(folder, w -> {
            var s = w.newWorksheet("在职");
            row(s, 1, "柳溪中学教职工名册");
            merge(s, 1, 0, 1, 5);
            row(s, 2, "填报单位：办公室", null, null, "2026年2月");
            row(s, 3, "序号", "部门（组）", "工号", "姓 名", "参加工作时间", "联系电话");
            row(s, 4, 1, "办公室", "K001", "周一", "20100818", 13100000001L);
            row(s, 5, 2, null, "K002", "吴　二", "2003.8.2", "131-0000-0002");
            s.value(4, 4, LocalDate.of(2012, 8, 22));
            s.style(4, 4).format("yyyy-m-d").set();
            merge(s, 4, 1, 5, 1);
            row(s, 6, null, "小计", null, "2人");
            row(s, 7, 3, "食堂", "K003", "郑三 ", "2011年9月18日", "１３１００００００３");
            row(s, 8, "合计", null, null, "3人");
            row(s, 9, "说明：电话只供发放物品使用。");
            var changes = w.newWorksheet("变动情况");
            row(changes, 1, "人员变动");
            row(changes, 2, "日期", "姓名", "变动", "去向");
            row(changes, 3, "2026.1.20", "冯四", "调出", "县二中");
        }));
        var rows = rows(sheets.getFirst(), Fields.STAFF);
        assertThat(rows).extracting(Row::number).containsExactly(4, 5, 7);
        assertThat(rows).extracting(r -> r.get("department")).containsExactly("办公室", "办公室", "食堂");
        assertThat(rows).extracting(r -> r.get("name")).containsExactly("周一", "吴　二", "郑三");
        assertThat(rows).extracting(r -> r.get("joinedOn")).containsExactly("2010-08-18", "2012-08-22", "2011-09-18");
        assertThat(rows.getFirst().get("phone")).isEqualTo("13100000001");
        var changes = new HeaderFinder(Fields.STAFF, Map.of()).find(sheets.getLast()).orElseThrow();
        assertThat(changes.fits()).isFalse();
        assertThat(changes.missing()).containsExactly("部门", "工号");
    }

    @Test
    void a_pupil_roll_with_a_sheet_for_each_year_and_a_class_written_once() {
        var pupils = Fields.of("pupils", "!class=班级", "!pupilNo:CODE=学号", "!name=姓名", "boards=住宿情况");
        var sheets = Books.read(Books.write(folder, w -> {
            for (var year : List.of("七", "八")) {
                var s = w.newWorksheet(year + "年级");
                row(s, 1, "柳溪中学" + year + "年级花名册");
                row(s, 2, "班级", "学号", "姓名", "住宿情况", "备注");
                row(s, 3, year + "（1）班", 20250101, "甲", "住校");
                row(s, 4, null, "20250102", "乙 ", "走读");
                merge(s, 3, 0, 4, 0);
                row(s, 5, "小计", null, "2人", null, "班主任：周一");
                row(s, 6, "班级", "学号", "姓名", "住宿情况", "备注");
                row(s, 7, year + "（2）班", "20250201", "丙", "住校");
            }
        }));
        var rows = new ArrayList<Row>();
        for (var sheet : sheets) rows.addAll(rows(sheet, pupils));
        assertThat(rows).extracting(Row::sheet).containsExactly("七年级", "七年级", "七年级", "八年级", "八年级", "八年级");
        assertThat(rows).extracting(r -> r.get("class")).containsExactly("七（1）班", "七（1）班", "七（2）班", "八（1）班", "八（1）班", "八（2）班");
        assertThat(rows.getFirst().get("pupilNo")).isEqualTo("20250101");
    }

    @Test
    void a_list_of_rooms_under_a_header_of_two_lines_with_units_in_the_cells() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "柳溪中学场所一览表");
            merge(s, 1, 0, 1, 5);
            row(s, 2, "楼栋", "门牌号", "用途", null, "使用面积", "责任人");
            for (var c : new int[] {0, 1, 4, 5}) merge(s, 2, c, 3, c);
            merge(s, 2, 2, 2, 3);
            row(s, 3, null, null, "名称", "类别");
            row(s, 4, "知行楼（1号楼）", "101", "一班教室", "教室", 64.5, "周一");
            row(s, 5, null, 102, "二班教室", "教室", "63.2㎡", "吴二 ");
            merge(s, 4, 0, 5, 0);
            row(s, 6, "小计", null, "2间");
            row(s, 8, "楼栋", "门牌号", "用途", null, "使用面积", "责任人");
            row(s, 9, null, null, "名称", "类别");
            row(s, 10, "食堂", "101", "大厅", "食堂", "300平方米");
            row(s, 12, "注：楼名以门头为准。");
        }).getFirst();
        var rows = rows(sheet, Fields.ROOMS);
        assertThat(rows).extracting(Row::number).containsExactly(4, 5, 10);
        assertThat(rows).extracting(r -> r.get("building")).containsExactly("知行楼（1号楼）", "知行楼（1号楼）", "食堂");
        assertThat(rows).extracting(r -> r.get("door")).containsExactly("101", "102", "101");
        assertThat(rows).extracting(r -> r.get("title")).containsExactly("一班教室", "二班教室", "大厅");
        assertThat(rows).extracting(r -> r.get("area")).containsExactly("64.5", "63.2", "300");
    }

    @Test
    void a_supplier_list_saved_as_csv_whose_phones_another_program_has_spoilt() throws IOException {
        var suppliers = Fields.of("suppliers", "!code:CODE=编号", "!name=供应商名称|名称", "phone:CODE=电话", "note=备注");
        var file = Files.write(folder.resolve("a.csv"), """
                柳溪中学供应商名录,,,
                （2026年2月更新）
                编号,供应商名称,电话,备注
                S01,青禾文具店,13100000001,
                S02,"北街五金, 电料",13100000002.0,合格
                ,,,
                S03,南门粮油,1.31E+10,
                合计,3家
                """.getBytes(Charset.forName("GB18030")));
        var rows = rows(SheetFile.read(file, FileKind.TEXT).getFirst(), suppliers);
        assertThat(rows).extracting(Row::number).containsExactly(4, 5, 7);
        assertThat(rows).extracting(r -> r.get("name")).containsExactly("青禾文具店", "北街五金, 电料", "南门粮油");
        assertThat(rows).extracting(r -> r.get("phone")).containsExactly("13100000001", "13100000002", "1.31E+10");
    }

    @Test
    void an_opening_stock_with_dittos_formulas_and_one_sum_that_is_wrong() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "柳溪中学物资目录（2026年2月1日）");
            merge(s, 1, 0, 1, 7);
            row(s, 2, "类别", "编号", "品名", "规格型号", "单位", "期初数量", "单价", "金额");
            row(s, 3, "文具", "1001", "打印纸", "A4", "包", 36, 21.5, "=F3*G3");
            row(s, 4, null, 1002, "″", "A3", "包", 10, "￥40.00", 400);
            merge(s, 3, 0, 4, 0);
            row(s, 5, "小计", null, null, null, null, null, null, "=SUM(H3:H4)");
            row(s, 6, "清洁", "2001", "拖把", "棉", "把", "１２", 8, 96);
            row(s, 7, "小计", null, null, null, null, null, null, 196);
            row(s, 8, "合计", null, null, null, null, null, null, 1270);
        }).getFirst();
        var header = new HeaderFinder(Fields.GOODS, Map.of()).find(sheet).orElseThrow();
        var read = RowReader.read(sheet, header, Fields.YEARS);
        assertThat(read.rows()).extracting(r -> r.get("name")).containsExactly("打印纸", "打印纸", "拖把");
        assertThat(read.rows()).extracting(r -> r.get("amount")).containsExactly("774", "400", "96");
        assertThat(read.rows()).extracting(r -> r.get("price")).containsExactly("21.5", "40.00", "8");
        assertThat(read.rows()).extracting(r -> r.get("quantity")).containsExactly("36", "10", "12");
        assertThat(read.doubts()).extracting(SheetRows.Doubt::line).containsExactly(7);
    }

    private static List<Row> rows(Sheet sheet, TemplateFields template) {
        var header = new HeaderFinder(template, Map.of()).find(sheet).orElseThrow();
        assertThat(header.fits()).isTrue();
        return RowReader.read(sheet, header, Fields.YEARS).rows();
    }
}
