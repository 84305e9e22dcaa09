package org.zongwu.imports.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zongwu.kernel.RuleBroken;

/** Reads .xlsx row by row, so that a large file costs its text and no more. */
final class XlsxReader {
    private static final Logger LOG = LoggerFactory.getLogger(XlsxReader.class);
    private static final int MOST_COLUMNS = 400;
    private static final long MOST_LETTERS = 40_000_000;
    private static final int MOST_OPEN_FORMULAS = 300_000;

    /** The same words stand in a column a thousand times; they are kept once. */
    private final Map<String, String> words = new HashMap<>();
    private long letters;
    private int openFormulas;

    List<Sheet> read(Path file) {
        try {
            var merges = WorkbookScan.of(file);
            try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
                var sheets = new ArrayList<Sheet>();
                for (var sheet : workbook.getSheets().toList()) sheets.add(sheet(workbook, sheet, merges.getOrDefault(sheet.getId(), Merges.NONE)));
                if (sheets.stream().map(Sheet::name).distinct().count() < sheets.size()) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.damaged");
                return sheets;
            }
        } catch (RuleBroken e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.info("a workbook could not be read: {}", e.toString()); // the library throws whatever it stumbles over
            throw RuleBroken.at("file", "R-IMP-1", "rule.imports.damaged");
        }
    }

    private Sheet sheet(ReadableWorkbook workbook, org.dhatim.fastexcel.reader.Sheet sheet, Merges merges) throws IOException {
        var lines = new ArrayList<Line>();
        var formulas = new ArrayList<Formulas.Open>();
        try (var rows = sheet.openStream()) {
            rows.forEach(row -> lines.add(line(workbook, row, formulas)));
        }
        requireInOrder(lines);
        var unsolved = new Formulas(lines).solve(formulas);
        return new Sheet(CellText.of(sheet.getName()), sheet.getVisibility() != SheetVisibility.VISIBLE, lines, merges, unsolved, workbook.isDate1904());
    }

    private static void requireInOrder(List<Line> lines) {
        for (var i = 1; i < lines.size(); i++) {
            if (lines.get(i).number() <= lines.get(i - 1).number()) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.damaged");
        }
    }

    private Line line(ReadableWorkbook workbook, Row row, List<Formulas.Open> formulas) {
        var texts = new ArrayList<String>(row.getCellCount());
        for (var column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            var cell = row.getCell(column);
            texts.add(cell == null ? "" : kept(text(workbook, cell)));
            if (cell != null && cell.getType() == CellType.FORMULA && isEmpty(cell.getRawValue())) {
                if (++openFormulas > MOST_OPEN_FORMULAS) throw tooLarge();
                formulas.add(new Formulas.Open(row.getRowNum(), column, cell.getFormula()));
            }
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty() && !isOpen(formulas, row, texts.size() - 1)) texts.removeLast();
        texts.trimToSize();
        return new Line(row.getRowNum(), Collections.unmodifiableList(texts));
    }

    private static boolean isOpen(List<Formulas.Open> formulas, Row row, int column) {
        return !formulas.isEmpty() && formulas.getLast().line() == row.getRowNum() && formulas.getLast().column() >= column;
    }

    private static RuleBroken tooLarge() {
        return RuleBroken.at("file", "R-IMP-1", "rule.imports.too-many-cells", SheetFile.MOST_CELLS);
    }

    private String kept(String text) {
        letters += text.length();
        if (letters > MOST_LETTERS) throw tooLarge();
        if (text.length() > 24 || words.size() > 200_000) return text;
        var known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static String text(ReadableWorkbook workbook, Cell cell) {
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> CellText.of(cell.getText());
            case BOOLEAN -> "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "TRUE" : "FALSE";
            case ERROR -> CellText.of(raw);
            case NUMBER, FORMULA -> isEmpty(raw) ? "" : value(workbook, cell, raw);
        };
    }

    private static String value(ReadableWorkbook workbook, Cell cell, String raw) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return CellText.of(raw); // a formula whose result is a text
        }
        if (Math.abs(number.precision() - number.scale()) > 40) return CellText.of(raw); // no number that an office writes
        return CellText.number(number, cell.getDataFormatId(), cell.getDataFormatString(), workbook.isDate1904());
    }

    private static boolean isEmpty(String raw) {
        return raw == null || raw.isEmpty();
    }
}
