package org.zongwu.imports.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the plain arithmetic of formulas whose result was never saved, as {@code F3*G3} or {@code SUM(H3:H20)};
 * other programs than Excel leave such cells empty. What it does not understand stays unsolved, and is said.
 */
final class Formulas {
    private static final int DEEPEST = 30;
    /** So many cells are looked at for one sheet; a running total over a hundred thousand lines would never end. */
    private static final long PATIENCE = 20_000_000;

    private final List<Line> lines;
    private final Map<Integer, Integer> indexByNumber = new HashMap<>();
    private final Map<Sheet.Place, String> open = new HashMap<>();
    private final Map<Sheet.Place, BigDecimal> solved = new HashMap<>();
    private final Set<Sheet.Place> underWay = new HashSet<>();
    private long looked;

    /** @param lines the lines read so far; the results are written into them */
    Formulas(List<Line> lines) {
        this.lines = lines;
    }

    record Open(int line, int column, @Nullable String formula) {}

    /** The formula is more than arithmetic, or one of its cells is no number. */
    static final class NotPlain extends RuntimeException {
        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** Fills in what it can, and answers what it cannot. */
    List<Sheet.Place> solve(List<Open> formulas) {
        if (formulas.isEmpty()) return List.of();
        for (var i = 0; i < lines.size(); i++) indexByNumber.put(lines.get(i).number(), i);
        for (var f : formulas) if (f.formula() != null) open.put(new Sheet.Place(f.line(), f.column()), f.formula());
        var unsolved = new ArrayList<Sheet.Place>();
        for (var f : formulas) {
            var place = new Sheet.Place(f.line(), f.column());
            try {
                write(place, CellText.number(value(place)));
            } catch (NotPlain | ArithmeticException e) {
                unsolved.add(place);
            }
        }
        return unsolved;
    }

    private void write(Sheet.Place place, String text) {
        var index = indexByNumber.get(place.line());
        var texts = new ArrayList<>(lines.get(index).cells());
        texts.set(place.column(), text);
        lines.set(index, new Line(place.line(), Collections.unmodifiableList(texts)));
    }

    /** The number in a cell, worked out where it must be; an empty one is nothing. */
    BigDecimal value(Sheet.Place place) {
        var known = solved.get(place);
        if (known != null) return known;
        var formula = open.get(place);
        if (formula == null) return typed(place);
        if (underWay.size() > DEEPEST || !underWay.add(place)) throw new NotPlain();
        try {
            var value = new Formula(formula, this).value();
            if (Math.abs(value.precision() - value.scale()) > 40) throw new NotPlain(); // no number that an office writes
            solved.put(place, value);
            return value;
        } finally {
            underWay.remove(place);
        }
    }

    private BigDecimal typed(Sheet.Place place) {
        var text = text(place);
        if (text.isEmpty()) return BigDecimal.ZERO;
        if (text.length() > 40 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) throw new NotPlain();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new NotPlain();
        }
    }

    /** What stands in a cell; for a formula, what was worked out so far. */
    String text(Sheet.Place place) {
        if (++looked > PATIENCE) throw new NotPlain();
        var index = indexByNumber.get(place.line());
        return index == null ? "" : lines.get(index).text(place.column());
    }

    /** Whether a sum counts the cell: sums pass over texts, as Excel does. */
    boolean counts(Sheet.Place place) {
        return open.containsKey(place) || isNumber(text(place));
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > 40) return false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && (c != '-' || i > 0)) return false;
        }
        return text.chars().filter(c -> c == '.').count() < 2 && Character.isDigit(text.charAt(text.length() - 1));
    }

    /** Every cell of a block that the sheet has lines for. */
    List<Sheet.Place> block(Sheet.Place from, Sheet.Place to) {
        var last = Math.min(to.line(), lines.getLast().number());
        var size = Math.max(0L, last - from.line() + 1L) * Math.max(0, to.column() - from.column() + 1);
        looked += size;
        if (size > 2_000_000 || looked > PATIENCE) throw new NotPlain();
        var places = new ArrayList<Sheet.Place>((int) size);
        for (var line = from.line(); line <= last; line++) {
            for (var column = from.column(); column <= to.column(); column++) places.add(new Sheet.Place(line, column));
        }
        return places;
    }
}
