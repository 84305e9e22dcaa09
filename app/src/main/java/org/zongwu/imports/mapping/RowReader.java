package org.zongwu.imports.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zongwu.imports.mapping.TemplateFields.Known;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;

/** Reads the records below a header: fills merged cells and ditto marks, passes over sums, repeats and notes, counts them all. */
public final class RowReader {
    private static final Set<String> DITTO = Set.of("″", "〃", "\"", "”", "“", "''", "′′", "＂", "〞", "〟", "””", "““", "″″", "、、",
            "同上", "同前", "-〃-", "ditto");
    private static final Set<String> SAME_DAY = Set.of("当日", "当天", "同日", "即日");
    private static final String DITTO_STARTS = "″〃\"”“'′＂〞〟、同-dD";

    private final Sheet sheet;
    private final Header header;
    private final int[] columns;
    /** Of a day in two columns, where its month stands; else −1. */
    private final int[] months;
    private final String[] month;
    /** Of a day that may be the same as another of its row, where that stands; else −1. */
    private final int[] sameDays;
    private final CellCleaner cleaner;
    private final RowMaker maker;
    private final int unitColumn;
    private final int unitField;

    private RowReader(Sheet sheet, Header header, Years years) {
        this.sheet = sheet;
        this.header = header;
        var byColumn = new ArrayList<Header.Column>();
        header.columns().stream().filter(c -> c.field() != null && c.how() != Header.How.ACROSS).forEach(byColumn::add);
        byColumn.addAll(header.across());
        this.columns = byColumn.stream().mapToInt(Header.Column::index).toArray();
        this.months = byColumn.stream().mapToInt(c -> CellCleaner.isDay(header.template().field(c.field()).kind()) ? header.monthOf(c) : -1).toArray();
        this.month = new String[columns.length];
        var names = byColumn.stream().map(Header.Column::field).toList();
        this.sameDays = byColumn.stream().mapToInt(c -> names.indexOf(header.template().field(c.field()).field().sameDayAs())).toArray();
        this.unitColumn = header.columns().stream().filter(c -> Measures.isColumnOfUnits(c.heading())).mapToInt(Header.Column::index).findFirst().orElse(-1);
        this.unitField = IntStream.range(0, columns.length).filter(i -> columns[i] == unitColumn).findFirst().orElse(-1);
        var titles = titles(sheet, header).stream().map(SheetRows.Note::text).toList();
        var fields = byColumn.stream().map(c -> header.template().field(c.field())).toArray(Known[]::new);
        var measures = byColumn.stream().map(c -> new Measures(c.heading(), header.template().field(c.field()).field().units())).toArray(Measures[]::new);
        var times = byColumn.stream().map(c -> Measures.ofMoney(c.heading(), titles)).toArray(BigDecimal[]::new);
        this.cleaner = new CellCleaner(fields, measures, times, years, sheet.from1904());
        this.maker = new RowMaker(sheet, header, years, byColumn.size() - header.across().size());
    }

    /** @param years as the whole file says them; the titles of the sheet are added here */
    public static SheetRows read(Sheet sheet, Header header, Years years) {
        var above = header.columns().stream().map(Header.Column::heading).filter(h -> h.endsWith("月"));
        var titles = Stream.of(Stream.of(sheet.name()), titles(sheet, header).stream().map(SheetRows.Note::text), above).flatMap(s -> s).toList();
        return new RowReader(sheet, header, years.titled(titles)).read();
    }

    /** The whole days in a sheet's columns of days: they say the year of others in the same file. */
    public static List<LocalDate> days(Sheet sheet, Header header) {
        var days = new ArrayList<LocalDate>();
        for (var column : header.columns()) {
            if (column.field() == null || !CellCleaner.isDay(header.template().field(column.field()).kind())) continue;
            for (var line : sheet.lines()) {
                if (line.number() <= header.lastLine() || line.text(column.index()).isEmpty()) continue;
                var day = DayText.of(line.text(column.index()), sheet.from1904()).day();
                if (day != null) days.add(day);
            }
        }
        return days;
    }

    private SheetRows read() {
        var records = new ArrayList<Line>();
        var texts = new ArrayList<String[]>();
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
                    cleaner.learn(line.number(), above);
                    records.add(line);
                    texts.add(above);
                }
                case SUBTOTAL -> {
                    sums.check(line);
                    subtotals.add(new SheetRows.Note(line.number(), words(line)));
                }
                case NOTE -> notes.add(new SheetRows.Note(line.number(), words(line)));
                case BLANK, REPEATED_HEADER -> { }
            }
        }
        for (var i = 0; i < records.size(); i++) {
            var raw = texts.set(i, null);
            maker.add(records.get(i).number(), cleaner.clean(records.get(i).number(), raw, unit(records.get(i), raw)));
        }
        return new SheetRows(maker.rows(), records.size(), counts[LineKind.BLANK.ordinal()], subtotals,
                counts[LineKind.REPEATED_HEADER.ordinal()], notes, sums.doubts(), samples);
    }

    private String unit(Line line, String[] texts) {
        if (unitField >= 0) return texts[unitField];
        return unitColumn < 0 ? "" : line.text(unitColumn);
    }

    private String[] filled(Line line, String[] above) {
        var texts = new String[columns.length];
        for (var i = 0; i < columns.length; i++) {
            var text = line.text(columns[i]);
            if (text.isEmpty()) text = merged(line, columns[i]);
            if (sameDays[i] >= 0 && isSameDay(text)) text = line.text(columns[sameDays[i]]);
            texts[i] = isDitto(text) && above[i] != null && !above[i].isEmpty() ? above[i] : months[i] < 0 || text.isEmpty() ? text : dayOfMonth(line, i, text);
        }
        return texts;
    }

    /** The month is written where it begins, and holds until the next. */
    private String dayOfMonth(Line line, int i, String text) {
        var written = Numbers.halfWidth(line.text(months[i])).replaceAll("月(份)?$", "").strip();
        if (!written.isEmpty() && !isDitto(written)) month[i] = written;
        return month[i] == null ? text : month[i] + "月" + Numbers.halfWidth(text).replaceAll("[日号]$", "").strip() + "日";
    }

    /** A cell merged downwards stands for every row that it covers. */
    private String merged(Line line, int column) {
        var merge = sheet.merges().at(line.number(), column);
        if (merge == null || merge.height() == 1 || merge.firstColumn() != column || merge.firstLine() <= header.lastLine()) return "";
        return sheet.line(merge.firstLine()).text(column);
    }

    private static boolean isSameDay(String text) {
        return isDitto(text) || SAME_DAY.contains(text.replaceAll("[\\s\\p{Z}]", ""));
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
