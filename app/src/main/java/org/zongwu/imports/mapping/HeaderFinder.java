package org.zongwu.imports.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;

/** Finds the header among the first lines: the line, or two lines together, in which most fields are named. */
public final class HeaderFinder {
    static final int FIRST_LINES = 20;
    private static final int MOST_COLUMNS = 200;

    private final TemplateFields template;
    private final Map<String, String> remembered;

    /** @param remembered field by heading key, as a person said; an empty field leaves the column out */
    public HeaderFinder(TemplateFields template, Map<String, String> remembered) {
        this.template = template;
        this.remembered = remembered;
    }

    /** The best header of the sheet, even when it does not fit; none when not one heading is known. */
    public Optional<Header> find(Sheet sheet) {
        var best = Comparator.comparing(Header::fits).thenComparing(h -> h.found().size())
                .thenComparing(h -> -(h.lastLine() - h.firstLine())).thenComparing(h -> -h.firstLine());
        var candidates = new ArrayList<Header>();
        for (var line : sheet.lines()) {
            if (line.number() > FIRST_LINES) break;
            if (line.isBlank()) continue;
            header(sheet, line, null).ifPresent(candidates::add);
            var below = sheet.line(line.number() + 1);
            if (!below.isBlank()) header(sheet, line, below).ifPresent(candidates::add);
        }
        return candidates.stream().max(best);
    }

    /** Where not one heading is known: the first line with the most texts, so that a person can say what they are. */
    public Optional<Header> guess(Sheet sheet) {
        var found = find(sheet);
        if (found.isPresent()) return found;
        return sheet.lines().stream().filter(l -> l.number() <= FIRST_LINES).max(Comparator.comparingLong(HeaderFinder::texts).thenComparing(l -> -l.number()))
                .filter(l -> texts(l) > 1).map(l -> new Header(template, l.number(), l.number(), matched(headings(sheet, l, null))));
    }

    private static long texts(Line line) {
        return line.cells().stream().filter(t -> !t.isEmpty() && !CellCleaner.isPlain(t)).count();
    }

    private Optional<Header> header(Sheet sheet, Line upper, @Nullable Line lower) {
        var columns = matched(headings(sheet, upper, lower));
        if (columns.stream().allMatch(c -> c.field() == null)) return Optional.empty();
        return Optional.of(new Header(template, upper.number(), lower == null ? upper.number() : lower.number(), columns));
    }

    private static List<Named> headings(Sheet sheet, Line upper, @Nullable Line lower) {
        var headings = new ArrayList<Named>();
        var seen = new HashMap<String, Integer>();
        var width = Math.min(MOST_COLUMNS, Math.max(upper.cells().size(), lower == null ? 0 : lower.cells().size()));
        for (var column = 0; column < width; column++) {
            var above = lower == null ? upper.text(column) : covering(sheet, upper, column);
            var below = lower == null ? "" : covering(sheet, lower, column);
            if (below.equals(above)) below = "";
            if (above.isEmpty() && below.isEmpty()) continue;
            var plain = Heading.plain(above + below);
            var nth = seen.merge(plain, 1, Integer::sum);
            headings.add(new Named(column, above, below, nth == 1 ? plain : plain + "#" + nth));
        }
        return headings;
    }

    /** A heading over several columns, or over both lines, stands for each cell it covers. */
    private static String covering(Sheet sheet, Line line, int column) {
        var merge = sheet.merges().at(line.number(), column);
        return merge == null ? line.text(column) : sheet.line(merge.firstLine()).text(merge.firstColumn());
    }

    private record Named(int column, String above, String below, String key) {
        String full() {
            return above + below;
        }

        String own() {
            return below.isEmpty() ? above : below;
        }
    }

    /** From the surest to the loosest; a field is given once, to the first column that has it. */
    private List<Header.Column> matched(List<Named> headings) {
        var given = new HashMap<Integer, String>();
        var byHand = new HashSet<Integer>();
        var taken = new HashSet<String>();
        for (var h : headings) {
            var field = remembered.get(h.key());
            if (field == null || !field.isEmpty() && !isField(field)) continue;
            byHand.add(h.column());
            if (!field.isEmpty() && taken.add(field)) given.put(h.column(), field);
        }
        List<Function<Named, String>> ways = List.of(h -> Heading.plain(h.full()), h -> Heading.bare(h.full()),
                h -> Heading.plain(h.own()), h -> Heading.bare(h.own()), h -> Heading.first(h.own()));
        for (var way : ways) {
            for (var h : headings) {
                if (byHand.contains(h.column()) || given.containsKey(h.column())) continue;
                known(way.apply(h), taken).ifPresent(field -> {
                    taken.add(field);
                    given.put(h.column(), field);
                });
            }
        }
        return headings.stream().map(h -> {
            var field = given.get(h.column());
            var how = byHand.contains(h.column()) ? field == null ? Header.How.LEFT_OUT : Header.How.BY_HAND
                    : field == null ? Header.How.UNKNOWN : Header.How.KNOWN;
            return new Header.Column(h.column(), h.full(), h.key(), field, how);
        }).toList();
    }

    private boolean isField(String name) {
        return template.fields().stream().anyMatch(f -> f.name().equals(name));
    }

    private Optional<String> known(String heading, Set<String> taken) {
        if (heading.isEmpty()) return Optional.empty();
        return template.fields().stream().filter(f -> !taken.contains(f.name()) && f.names().contains(heading))
                .map(TemplateFields.Known::name).findFirst();
    }
}
