package org.zongwu.imports.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.ImportTemplate;

/** Reads the records below a header: fills merged cells and ditto marks, passes over sums, repeats and notes, counts them all. */
public final class RowReader {
    private static final Set<String> DITTO = Set.of("″", "〃", "\"", "”", "“", "''", "′′", "＂", "〞", "〟", "””", "““", "″″", "、、",
            "同上", "同前", "-〃-", "ditto");
    private static final String DITTO_STARTS = "″〃\"”“'′＂〞〟、同-dD";

    private final Sheet sheet;
    private final Header header;
    private final String[] fields;
    private final int[] columns;
    private final ImportTemplate.Kind[] fieldKinds;
    private final Map<String, Integer> places = new HashMap<>();

    private RowReader(Sheet sheet, Header header) {
        this.sheet = sheet;
        this.header = header;
        var byColumn = header.fieldByColumn();
        this.columns = byColumn.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.fields = byColumn.values().toArray(String[]::new);
        this.fieldKinds = new ImportTemplate.Kind[fields.length];
        for (var i = 0; i < fields.length; i++) {
            fieldKinds[i] = header.template().field(fields[i]).kind();
            places.put(fields[i], i);
        }
    }

    public static SheetRows read(Sheet sheet, Header header) {
        return new RowReader(sheet, header).read();
    }

    private SheetRows read() {
        var rows = new ArrayList<ImportTemplate.Row>();
        var notes = new ArrayList<SheetRows.Note>();
        var subtotals = new ArrayList<SheetRows.Note>();
        var sums = new Sums(header);
        var counts = new int[LineKind.values().length];
        var above = new String[columns.length];
        var samples = new HashMap<Integer, String>();
        var kinds = new LineKinds(sheet, header);
        for (var line : sheet.lines()) {
            if (line.number() <= header.lastLine()) continue;
            var kind = kinds.of(line);
            counts[kind.ordinal()]++;
            switch (kind) {
                case RECORD -> {
                    above = filled(line, above);
                    sums.add(line);
                    for (var c = 0; c < line.cells().size(); c++) if (!line.text(c).isEmpty()) samples.putIfAbsent(c, line.text(c));
                    var cells = new String[columns.length];
                    for (var i = 0; i < cells.length; i++) cells[i] = CellCleaner.clean(fieldKinds[i], above[i]);
                    rows.add(new ImportTemplate.Row(sheet.name(), line.number(), new RowCells(fields, places, cells)));
                }
                case SUBTOTAL -> {
                    sums.check(line);
                    subtotals.add(new SheetRows.Note(line.number(), words(line)));
                }
                case NOTE -> notes.add(new SheetRows.Note(line.number(), words(line)));
                case BLANK, REPEATED_HEADER -> { }
            }
        }
        return new SheetRows(rows, counts[LineKind.BLANK.ordinal()], subtotals,
                counts[LineKind.REPEATED_HEADER.ordinal()], notes, sums.doubts(), samples);
    }

    private String[] filled(Line line, String[] above) {
        var texts = new String[columns.length];
        for (var i = 0; i < columns.length; i++) {
            var text = line.text(columns[i]);
            if (text.isEmpty()) text = merged(line, columns[i]);
            texts[i] = isDitto(text) && above[i] != null && !above[i].isEmpty() ? above[i] : text;
        }
        return texts;
    }

    /** A cell merged downwards stands for every row that it covers. */
    private String merged(Line line, int column) {
        var merge = sheet.merges().at(line.number(), column);
        if (merge == null || merge.height() == 1 || merge.firstColumn() != column || merge.firstLine() <= header.lastLine()) return "";
        return sheet.line(merge.firstLine()).text(column);
    }

    private static boolean isDitto(String text) {
        if (text.isEmpty() || text.length() > 6 || DITTO_STARTS.indexOf(text.charAt(0)) < 0) return false;
        return DITTO.contains(text.replaceAll("[\\s\\p{Z}]", "").toLowerCase(Locale.ROOT));
    }

    private static String words(Line line) {
        return line.cells().stream().filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The titles above the header, which often say the unit or the month. */
    public static List<SheetRows.Note> titles(Sheet sheet, Header header) {
        return sheet.lines().stream().filter(l -> l.number() < header.firstLine() && !l.isBlank())
                .map(l -> new SheetRows.Note(l.number(), words(l))).toList();
    }
}
