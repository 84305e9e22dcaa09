package org.zongwu.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.RuleBroken;

class XlsReaderTests {
    @TempDir
    Path folder;

    @Test
    void an_old_workbook_reads_like_a_new_one() throws IOException {
        var file = folder.resolve("a.xls");
        try (var book = new HSSFWorkbook(); var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("名册");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(" 孟　明 ");
            row.createCell(1).setCellValue(13012345678d);
            row.createCell(2).setCellValue(LocalDate.of(2026, 3, 15));
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellFormula("1+2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(4).setCellValue(79.9);
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
            book.setSheetHidden(book.getSheetIndex(book.createSheet("选项")), true);
            book.write(out);
        }
        var sheets = SheetFile.read(file, FileKind.XLS);
        assertThat(sheets.getFirst().line(2).cells()).containsExactly("孟　明", "13012345678", "2026-03-15", "3", "79.9");
        assertThat(sheets.getFirst().merges().at(4, 0)).isNotNull();
        assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true);
    }

    @Test
    void what_only_looks_like_one_is_refused_with_a_sentence() throws IOException {
        var file = folder.resolve("a.xls");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 1, 2, 3});
        assertThatThrownBy(() -> SheetFile.read(file, FileKind.XLS)).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo("rule.imports.damaged"));
    }
}
