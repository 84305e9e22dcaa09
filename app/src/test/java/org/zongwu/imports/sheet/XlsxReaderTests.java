package org.zongwu.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zongwu.imports.sheet.Books.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.RuleBroken;

class XlsxReaderTests {
    @TempDir
    Path folder;

    @Test
    void a_phone_number_kept_as_a_number_stays_whole() {
        var sheet = Books.of(folder, s -> row(s, 1, 13012345678L, 1.3e10)).getFirst();
        assertThat(sheet.line(1).cells()).containsExactly("13012345678", "13000000000");
    }

    @Test
    void a_number_reads_as_excel_shows_it() {
        var sheet = Books.of(folder, s -> row(s, 1, 79.90000000000001, 0.1 + 0.2, 12, 21.50, -6, 0)).getFirst();
        assertThat(sheet.line(1).cells()).containsExactly("79.9", "0.3", "12", "21.5", "-6", "0");
    }

    @Test
    void a_serial_under_a_date_format_is_a_day() {
        var sheet = Books.of(folder, s -> {
            s.value(0, 0, LocalDate.of(2026, 3, 15));
            s.style(0, 0).format("yyyy\"年\"m\"月\"d\"日\"").set();
            s.value(0, 1, 46081);
            s.style(0, 1).format("m/d").set();
            s.value(0, 2, 0.4305555555555556);
            s.style(0, 2).format("h:mm").set();
            s.value(0, 3, 46081.5);
            s.style(0, 3).format("yyyy-mm-dd hh:mm").set();
            s.value(0, 4, 46081);
            s.style(0, 4).format("#,##0.00").set();
        }).getFirst();
        assertThat(sheet.line(1).cells()).containsExactly("2026-03-15", "2026-02-28", "10:20", "2026-02-28 12:00", "46081");
    }

    @Test
    void blanks_around_a_text_go_and_blanks_inside_stay() {
        var sheet = Books.of(folder, s -> row(s, 1, " 孟　明　", "王\n琴", "\u200B李 ")).getFirst();
        assertThat(sheet.line(1).cells()).containsExactly("孟　明", "王 琴", "李");
    }

    @Test
    void plain_arithmetic_that_was_never_worked_out_is_worked_out() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, 36, 21.5, "=A1*B1", "=ROUND(A1/7,2)");
            row(s, 2, 2, 3, "=A2*B2", "=(A1-A2)*-2");
            row(s, 3, "小计", null, "=SUM(C1:C2)", "=SUM(C1,C2)+1");
        }).getFirst();
        assertThat(sheet.line(1).cells()).containsExactly("36", "21.5", "774", "5.14");
        assertThat(sheet.line(2).cells()).containsExactly("2", "3", "6", "-68");
        assertThat(sheet.line(3).cells()).containsExactly("小计", "", "780", "781");
        assertThat(sheet.unsolved()).isEmpty();
    }

    @Test
    void a_formula_beyond_arithmetic_stays_empty_and_is_named() {
        var sheet = Books.of(folder, s -> row(s, 1, "甲", 5, "=VLOOKUP(A1,D:E,2)", "=A1*B1", "=E1+1")).getFirst();
        assertThat(sheet.line(1).cells()).containsExactly("甲", "5", "", "", "");
        assertThat(sheet.unsolved()).containsExactly(new Sheet.Place(1, 2), new Sheet.Place(1, 3), new Sheet.Place(1, 4));
    }

    @Test
    void merged_ranges_and_hidden_sheets_are_seen() {
        var sheets = Books.read(Books.write(folder, w -> {
            var shown = w.newWorksheet("名册");
            row(shown, 2, "部门", "姓名");
            Books.merge(shown, 2, 0, 4, 0);
            w.newWorksheet("选项").setVisibilityState(VisibilityState.HIDDEN);
        }));
        assertThat(sheets).extracting(Sheet::name).containsExactly("名册", "选项");
        assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true);
        assertThat(sheets.getFirst().merges().at(4, 0)).isEqualTo(new Merges.Merge(2, 0, 4, 0));
        assertThat(sheets.getFirst().merges().at(5, 0)).isNull();
        assertThat(sheets.getFirst().merges().at(3, 1)).isNull();
    }

    @Test
    void a_damaged_workbook_is_refused_with_a_sentence() throws IOException {
        var file = Books.write(folder, w -> row(w.newWorksheet("a"), 1, "甲"));
        var bytes = Files.readAllBytes(file);
        for (var i = 60; i < bytes.length - 200; i += 7) bytes[i] ^= 0x55;
        Files.write(file, bytes);
        assertThatThrownBy(() -> SheetFile.read(file, FileKind.XLSX)).isInstanceOf(RuleBroken.class);
    }
}
