package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Kind;

/** Makes rows of cleaned lines: one a line, or one a cell where the sheet has a column a day. */
final class RowMaker {
    private final String sheet;
    private final List<Header.Column> across;
    private final String[] headings;
    private final String[] fields;
    private final Map<String, Integer> places = new HashMap<>();
    private final String[] said;
    private final int own;
    private final List<ImportTemplate.Row> rows = new ArrayList<>();

    /** @param own how many columns are one field each; those of a matrix come after them */
    RowMaker(Sheet sheet, Header header, Years years, int own) {
        this.sheet = sheet.name();
        this.across = header.across();
        this.own = own;
        var names = new ArrayList<>(header.fieldByColumn().values());
        names.addAll(header.said().keySet());
        var matrix = header.template().matrix();
        if (!across.isEmpty() && matrix != null) names.addAll(List.of(matrix.headingField(), matrix.cellField()));
        this.fields = names.toArray(String[]::new);
        for (var i = 0; i < fields.length; i++) places.put(fields[i], i);
        this.said = header.said().entrySet().stream().map(e -> plain(e.getValue(), header.template().field(e.getKey()).kind(), years, sheet)).toArray(String[]::new);
        this.headings = across.isEmpty() || matrix == null ? new String[0] : headings(header.template().field(matrix.headingField()).kind(), years, sheet);
    }

    /** The days of the columns; one that is written whole says the year of its neighbours. */
    private String[] headings(Kind kind, Years years, Sheet sheet) {
        var whole = new ArrayList<LocalDate>();
        across.forEach(c -> {
            var day = DayText.of(c.heading(), sheet.from1904()).day();
            if (day != null) whole.add(day);
        });
        return across.stream().map(c -> {
            if (!CellCleaner.isDay(kind)) return c.heading();
            var day = CellCleaner.day(c.heading(), years, sheet.from1904(), whole.isEmpty() ? List.of() : List.of(whole.getFirst(), whole.getLast()));
            return day == null ? c.heading() : day.toString();
        }).toArray(String[]::new);
    }

    private static String plain(String text, Kind kind, Years years, Sheet sheet) {
        return switch (kind) {
            case TEXT -> text.strip();
            case CODE -> Numbers.halfWidth(text).strip();
            case NUMBER -> Numbers.number(text);
            case MONEY -> Numbers.amount(text, BigDecimal.ONE);
            case DATE, MOMENT -> {
                var day = CellCleaner.day(text, years, sheet.from1904(), List.of());
                yield day == null ? text : day.toString();
            }
        };
    }

    /** @param cells first of the columns that are one field each, then of those of a matrix */
    void add(int line, String[] cells) {
        if (across.isEmpty()) {
            rows.add(new ImportTemplate.Row(sheet, line, cells(cells, null, null)));
            return;
        }
        for (var i = 0; i < across.size(); i++) {
            if (cells[own + i].isEmpty()) continue;
            rows.add(new ImportTemplate.Row(sheet, line, across.get(i).index(), cells(cells, headings[i], cells[own + i])));
        }
    }

    private RowCells cells(String[] cells, @Nullable String heading, @Nullable String cell) {
        var texts = new String[fields.length];
        System.arraycopy(cells, 0, texts, 0, own);
        System.arraycopy(said, 0, texts, own, said.length);
        if (heading != null) {
            texts[own + said.length] = heading;
            texts[own + said.length + 1] = cell;
        }
        return new RowCells(fields, places, texts);
    }

    List<ImportTemplate.Row> rows() {
        return rows;
    }
}
