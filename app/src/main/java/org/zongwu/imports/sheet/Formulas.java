package org.zongwu.imports.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the plain arithmetic of formulas whose result was never saved, as {@code F3*G3} or {@code SUM(H3:H20)};
 * other programs than Excel leave such cells empty. What it does not understand stays unsolved, and is said.
 */
final class Formulas {
    private static final int DEEPEST = 60;

    private final List<Line> lines;
    private final Map<Integer, Integer> indexByNumber = new HashMap<>();
    private final Map<Sheet.Place, String> open = new HashMap<>();
    private final Map<Sheet.Place, BigDecimal> solved = new HashMap<>();
    private final Set<Sheet.Place> underWay = new HashSet<>();

    /** @param lines the lines read so far; the results are written into them */
    Formulas(List<Line> lines) {
        this.lines = lines;
    }

    record Open(int line, int column, @Nullable String formula) {}

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
            } catch (NotPlain e) {
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

    private BigDecimal value(Sheet.Place place) {
        var known = solved.get(place);
        if (known != null) return known;
        var formula = open.get(place);
        if (formula == null) return typed(place);
        if (underWay.size() > DEEPEST || !underWay.add(place)) throw new NotPlain();
        try {
            var value = new Reading(formula).whole();
            solved.put(place, value);
            return value;
        } finally {
            underWay.remove(place);
        }
    }

    private BigDecimal typed(Sheet.Place place) {
        var text = text(place);
        if (text.isEmpty()) return BigDecimal.ZERO;
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new NotPlain();
        }
    }

    private String text(Sheet.Place place) {
        var index = indexByNumber.get(place.line());
        return index == null ? "" : lines.get(index).text(place.column());
    }

    /** The formula is more than arithmetic, or one of its cells is no number. */
    private static final class NotPlain extends RuntimeException {
        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** Reads one formula: sums, products, brackets, numbers, cells, SUM and ROUND. */
    private final class Reading {
        private final String text;
        private int at;

        Reading(String text) {
            this.text = text.replaceAll("\\s", "").replace("$", "").toUpperCase(Locale.ROOT);
        }

        BigDecimal whole() {
            var value = sum();
            if (at < text.length()) throw new NotPlain();
            return value;
        }

        private BigDecimal sum() {
            var value = product();
            while (at < text.length()) {
                if (take('+')) value = value.add(product());
                else if (take('-')) value = value.subtract(product());
                else break;
            }
            return value;
        }

        private BigDecimal product() {
            var value = factor();
            while (at < text.length()) {
                if (take('*')) value = value.multiply(factor(), MathContext.DECIMAL128);
                else if (take('/')) value = quotient(value, factor());
                else break;
            }
            return value;
        }

        private static BigDecimal quotient(BigDecimal value, BigDecimal by) {
            if (by.signum() == 0) throw new NotPlain();
            return value.divide(by, MathContext.DECIMAL128);
        }

        private BigDecimal factor() {
            if (take('-')) return factor().negate();
            if (take('(')) return closed(sum());
            var word = word();
            if (word.isEmpty()) throw new NotPlain();
            if (word.equals("SUM") && take('(')) return closed(total());
            if (word.equals("ROUND") && take('(')) return rounded();
            if (Character.isDigit(word.charAt(0)) || word.charAt(0) == '.') return literal(word);
            return value(cell(word));
        }

        private BigDecimal rounded() {
            var value = sum();
            if (!take(',')) throw new NotPlain();
            var places = literal(word()).intValue();
            return closed(value.setScale(Math.clamp(places, 0, 10), RoundingMode.HALF_UP));
        }

        private BigDecimal total() {
            var total = BigDecimal.ZERO;
            do {
                var start = at;
                var first = word();
                if (take(':')) total = total.add(range(cell(first), cell(word())));
                else {
                    at = start;
                    total = total.add(sum());
                }
            } while (take(','));
            return total;
        }

        /** SUM passes over texts, as Excel does. */
        private BigDecimal range(Sheet.Place from, Sheet.Place to) {
            var total = BigDecimal.ZERO;
            for (var line = from.line(); line <= Math.min(to.line(), lines.getLast().number()); line++) {
                for (var column = from.column(); column <= to.column(); column++) {
                    var place = new Sheet.Place(line, column);
                    if (open.containsKey(place) || text(place).matches("-?\\d+(\\.\\d+)?")) total = total.add(value(place));
                }
            }
            return total;
        }

        private BigDecimal closed(BigDecimal value) {
            if (!take(')')) throw new NotPlain();
            return value;
        }

        private BigDecimal literal(String word) {
            try {
                return new BigDecimal(word);
            } catch (NumberFormatException e) {
                throw new NotPlain();
            }
        }

        private Sheet.Place cell(String word) {
            if (!word.matches("[A-Z]{1,3}\\d{1,7}")) throw new NotPlain();
            var letters = word.replaceAll("\\d", "");
            return new Sheet.Place(Integer.parseInt(word.substring(letters.length())), MergedCells.column(letters));
        }

        private String word() {
            var start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
            return text.substring(start, at);
        }

        private boolean take(char wanted) {
            if (at >= text.length() || text.charAt(at) != wanted) return false;
            at++;
            return true;
        }
    }
}
