package org.zongwu.imports.correct;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Finding;

/** Writes beside each row of the person's own workbook what is wrong with it, and colours the cells that it is about. */
final class MarkedWorkbook {
    private static final int WIDTH = 60 * 256;

    private final ImportReport report;
    private final String title;
    private final Map<Short, CellStyle> wrong = new HashMap<>();

    MarkedWorkbook(ImportReport report, String title) {
        this.report = report;
        this.title = title;
    }

    byte[] write(Path original) throws IOException {
        try (InputStream in = Files.newInputStream(original); var book = new XSSFWorkbook(in)) {
            for (var read : report.sheets()) {
                var sheet = book.getSheet(read.name());
                if (read.isRead() && sheet != null) mark(book, sheet, read);
            }
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void mark(XSSFWorkbook book, Sheet sheet, ImportReport.Sheet read) {
        var errors = 0;
        for (var row : sheet) errors = Math.max(errors, row.getLastCellNum());
        var head = cell(sheet, read.headerLine(), errors);
        head.setCellValue(title);
        head.setCellStyle(words(book, true));
        var style = words(book, false);
        var width = errors;
        CorrectedFile.byLine(report, read).forEach((line, findings) -> {
            var said = cell(sheet, line, width);
            said.setCellValue(CorrectedFile.sentences(findings));
            said.setCellStyle(style);
            colour(book, sheet, line, read, findings);
        });
        sheet.setColumnWidth(errors, WIDTH);
    }

    private void colour(XSSFWorkbook book, Sheet sheet, int line, ImportReport.Sheet read, List<Finding> findings) {
        for (var column : CorrectedFile.columns(read, findings)) {
            var cell = cell(sheet, line, column);
            cell.setCellStyle(wrong.computeIfAbsent(cell.getCellStyle().getIndex(), i -> {
                var style = book.createCellStyle();
                style.cloneStyleFrom(cell.getCellStyle());
                style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                return style;
            }));
        }
    }

    private static CellStyle words(XSSFWorkbook book, boolean bold) {
        var font = book.createFont();
        font.setBold(bold);
        font.setColor(IndexedColors.DARK_RED.getIndex());
        var style = book.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static Cell cell(Sheet sheet, int line, int column) {
        var row = sheet.getRow(line - 1) == null ? sheet.createRow(line - 1) : sheet.getRow(line - 1);
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
