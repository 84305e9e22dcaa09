package org.zongwu.logbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.web.Messages;

/** A row of a file in the words of its book: what means nothing is nothing, and a time alone is of the row's day. */
final class WrittenRow {
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])[:：时点]([0-5]\\d)分?(?:[:：]\\d{2})?");

    private final Logbook book;
    private final List<Blank> timed;
    /** What clerks write in a blank where there is none, as 按实结算 for an amount. */
    private final Map<String, Set<String>> nothings = new HashMap<>();

    WrittenRow(Logbook book, Messages messages) {
        this.book = book;
        timed = book.importedBlanks().stream().filter(b -> b.ofDay != null).toList();
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
            var time = CLOCK.matcher(cells.getOrDefault(blank.name(), ""));
            var day = row.day(BookKeeper.nameOf(book, blank.ofDay));
            if (day != null && time.matches()) cells.put(blank.name(), "%sT%02d:%s".formatted(day, Integer.parseInt(time.group(1)), time.group(2)));
        }
        return new Row(row.sheet(), row.number(), row.column(), cells);
    }
}
