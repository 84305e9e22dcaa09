package org.zongwu.logbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.web.Messages;

/** A row of a file in the words of its book: what means nothing is nothing, and a time alone is of the row's day. */
final class WrittenRow {
    private static final Pattern CLOCK = Pattern.compile("(上午|早上|早晨|中午|下午|晚上|晚)?\\s*([01]?\\d|2[0-3])[:：时点]([0-5]\\d)?分?(?:[:：]\\d{2})?");

    private final Logbook book;
    private final List<Blank> timed;
    /** What clerks write in a blank where there is none, as 按实结算 for an amount. */
    private final Map<String, Set<String>> nothings = new HashMap<>();

    WrittenRow(Logbook book, Messages messages) {
        this.book = book;
        timed = book.importedBlanks().stream().filter(b -> b.ofDay != null && b.kind != Blank.Kind.DAY).toList();
        for (var blank : book.importedBlanks()) {
            var words = Words.listed(messages, "import." + book.key() + "." + blank.name() + ".none");
            if (!words.isEmpty()) nothings.put(blank.name(), words);
        }
    }

    Row plain(Row row) {
        if (nothings.isEmpty() && timed.isEmpty()) return row;
        var cells = new HashMap<>(row.cells());
        nothings.forEach((name, words) -> cells.computeIfPresent(name, (n, text) -> words.contains(Words.plain(text)) ? null : text));
        for (var blank : timed) {
            var text = cells.getOrDefault(blank.name(), "");
            var day = day(cells.get(BookKeeper.nameOf(book, blank.ofDay)));
            var time = CLOCK.matcher(text);
            if (day != null && time.matches()) cells.put(blank.name(), "%sT%02d:%s".formatted(day, hour(time.group(1), Integer.parseInt(time.group(2))), time.group(3) == null ? "00" : time.group(3)));
        }
        return new Row(row.sheet(), row.number(), row.column(), cells);
    }

    /** 下午2点 is the fourteenth hour; 中午12点 and 下午15点 are as they stand. */
    private static int hour(@Nullable String half, int hour) {
        return half != null && hour < 12 && (half.equals("下午") || half.startsWith("晚") || half.equals("中午") && hour < 3) ? hour + 12 : hour;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(text);
    }
}
