package org.zongwu.imports.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;

/** What may be the header of a sheet: each of its first lines, alone and with the one below. Made once and held against every template. */
public final class Headings {
    static final int FIRST_LINES = 20;
    private static final int MOST_COLUMNS = 200;

    private final Sheet sheet;
    private final Map<String, Forms> known = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    public Headings(Sheet sheet) {
        this.sheet = sheet;
        for (var line : sheet.lines()) {
            if (line.number() > FIRST_LINES) break;
            if (line.isBlank()) continue;
            if (!reachesDown(line)) candidates.add(candidate(line, null));
            var below = sheet.line(line.number() + 1);
            if (!below.isBlank() && !reachesDown(below)) candidates.add(candidate(line, below));
        }
    }

    /** Whether a heading is merged with the line below: then both are the header, and not the upper one alone. */
    private boolean reachesDown(Line line) {
        for (var column = 0; column < Math.min(MOST_COLUMNS, line.cells().size()); column++) {
            var merge = line.text(column).isEmpty() ? null : sheet.merges().at(line.number(), column);
            if (merge != null && merge.firstLine() == line.number() && merge.height() > 1) return true;
        }
        return false;
    }

    Sheet sheet() {
        return sheet;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    Candidate candidate(Line upper, @Nullable Line lower) {
        return new Candidate(upper, lower == null ? upper : lower, named(upper, lower));
    }

    /** One line, or two together, as the headings of columns. */
    record Candidate(Line upper, Line lower, List<Named> headings) {}

    /**
     * A heading in all its forms, from the surest to the loosest.
     *
     * @param key   by which a mapping by hand is remembered
     * @param alike what it says in other words
     * @param above what stands over it and others, where its own words say nothing; empty where it has but one line
     */
    record Named(int column, String full, String own, String key, List<String> ways, List<String> alike, List<String> above) {}

    /** Of a text: without punctuation; without brackets too; only what stands before a slash; in other words. */
    private record Forms(String plain, String bare, String first, String alike) {}

    private List<Named> named(Line upper, @Nullable Line lower) {
        var headings = new ArrayList<Named>();
        var seen = new HashMap<String, Integer>();
        var width = Math.min(MOST_COLUMNS, Math.max(upper.cells().size(), lower == null ? 0 : lower.cells().size()));
        for (var column = 0; column < width; column++) {
            var above = lower == null ? upper.text(column) : covering(upper, column);
            var below = lower == null ? "" : covering(lower, column);
            if (below.equals(above)) below = "";
            if (above.isEmpty() && below.isEmpty()) continue;
            var upperForms = forms(above);
            var lowerForms = forms(below);
            var own = below.isEmpty() ? upperForms : lowerForms;
            var plain = upperForms.plain() + lowerForms.plain();
            var nth = seen.merge(plain, 1, Integer::sum);
            headings.add(new Named(column, above + below, below.isEmpty() ? above : below, nth == 1 ? plain : plain + "#" + nth,
                    List.of(plain, upperForms.bare() + lowerForms.bare(), own.plain(), own.bare(), own.first()), List.of(own.alike(), HeadingWords.of(above + below)),
                    below.isEmpty() ? List.of() : List.of(upperForms.plain(), upperForms.bare())));
        }
        return headings;
    }

    private Forms forms(String text) {
        return text.isEmpty() ? new Forms("", "", "", "") : known.computeIfAbsent(text, t -> new Forms(Heading.plain(t), Heading.bare(t), Heading.first(t), HeadingWords.of(t)));
    }

    /** A heading over several columns, or over both lines, stands for each cell it covers. */
    private String covering(Line line, int column) {
        var merge = sheet.merges().at(line.number(), column);
        return merge == null ? line.text(column) : sheet.line(merge.firstLine()).text(merge.firstColumn());
    }
}
