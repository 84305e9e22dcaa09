package org.zongwu.imports.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zongwu.kernel.RuleBroken;

/** Reads an old .xls whole; such a file has 65,536 lines a sheet at most. */
final class XlsReader {
    private static final Logger LOG = LoggerFactory.getLogger(XlsReader.class);
    private static final long MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_COLUMNS = 256;

    private int cells;

    List<Sheet> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.xls-large", MOST_BYTES / 1024 / 1024);
        try (var packed = new POIFSFileSystem(file.toFile(), true); var workbook = new HSSFWorkbook(packed)) {
            requireLedger(packed, workbook);
            if (workbook.getNumberOfSheets() > WorkbookScan.MOST_SHEETS) {
                throw RuleBroken.at("file", "R-IMP-1", "rule.imports.too-many-sheets", workbook.getNumberOfSheets(), WorkbookScan.MOST_SHEETS);
            }
            var sheets = new ArrayList<Sheet>();
            for (var i = 0; i < workbook.getNumberOfSheets(); i++) sheets.add(sheet(workbook, i));
            return sheets;
        } catch (RuleBroken e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw RuleBroken.at("file", "R-IMP-1", "rule.files.password");
        } catch (IOException | RuntimeException e) {
            LOG.info("an old workbook could not be read: {}", e.toString()); // the library throws whatever it stumbles over
            throw RuleBroken.at("file", "R-IMP-1", "rule.imports.damaged");
        }
    }

    /** What reaches out of the file, or runs, has no place in a ledger. */
    private static void requireLedger(POIFSFileSystem packed, HSSFWorkbook workbook) {
        if (packed.getRoot().hasEntry("_VBA_PROJECT_CUR")) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.macros");
        var linked = workbook.getInternalWorkbook().getRecords().stream().anyMatch(r -> r instanceof SupBookRecord book && book.isExternalReferences());
        if (linked) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.external");
    }

    private Sheet sheet(HSSFWorkbook workbook, int index) {
        var from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        var sheet = workbook.getSheetAt(index);
        var lines = new ArrayList<Line>();
        for (var row : sheet) lines.add(line(row, from1904));
        var merges = sheet.getMergedRegions().stream()
                .map(r -> new Merges.Merge(r.getFirstRow() + 1, r.getFirstColumn(), r.getLastRow() + 1, r.getLastColumn())).toList();
        var hidden = workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index);
        return new Sheet(CellText.of(workbook.getSheetName(index)), hidden, lines, new Merges(merges), List.of(), from1904);
    }

    private Line line(Row row, boolean from1904) {
        var texts = new ArrayList<String>();
        for (var column = 0; column < Math.min(row.getLastCellNum(), MOST_COLUMNS); column++) {
            var cell = row.getCell(column);
            texts.add(cell == null ? "" : text(cell, from1904));
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty()) texts.removeLast();
        cells += Math.max(1, texts.size());
        if (cells > SheetFile.MOST_CELLS) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.too-many-cells", SheetFile.MOST_CELLS);
        return new Line(row.getRowNum() + 1, Collections.unmodifiableList(texts));
    }

    private static String text(Cell cell, boolean from1904) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> CellText.of(cell.getStringCellValue());
            case NUMERIC -> number(cell, from1904);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> "#" + cell.getErrorCellValue();
            default -> "";
        };
    }

    private static String number(Cell cell, boolean from1904) {
        var value = cell.getNumericCellValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) return "";
        var shown = cell.getCellStyle().getDataFormatString();
        var known = shown == null || shown.startsWith("reserved") ? null : shown;
        return CellText.number(BigDecimal.valueOf(value), (int) cell.getCellStyle().getDataFormat(), known, from1904);
    }
}
