package org.zongwu.imports.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.zongwu.imports.sheet.Formulas.NotPlain;

/** Reads one formula: sums, products, brackets, numbers, cells, and the functions that ledgers use. */
final class Formula {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 20;

    private final String text;
    private final Formulas cells;
    private int at;
    private int depth;

    Formula(String formula, Formulas cells) {
        if (formula.length() > LONGEST) throw new NotPlain();
        this.text = bare(formula);
        this.cells = cells;
    }

    /** Without blanks and dollar signs, but for those within quotation marks. */
    private static String bare(String formula) {
        var bare = new StringBuilder();
        var quoted = false;
        for (var c : formula.toCharArray()) {
            if (c == '"') quoted = !quoted;
            if (quoted || c > ' ' && c != '$' && c != '\u3000') bare.append(c);
        }
        return bare.toString().toUpperCase(Locale.ROOT);
    }

    BigDecimal value() {
        var value = sum();
        if (at < text.length()) throw new NotPlain();
        return value;
    }

    private BigDecimal sum() {
        if (++depth > DEEPEST) throw new NotPlain();
        var value = product();
        while (at < text.length()) {
            if (take('+')) value = value.add(product());
            else if (take('-')) value = value.subtract(product());
            else break;
        }
        depth--;
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
        if (take('+')) return factor();
        if (take('(')) return closed(sum());
        var word = word();
        if (word.isEmpty()) throw new NotPlain();
        if (take('(')) return closed(called(word));
        var value = Character.isDigit(word.charAt(0)) || word.charAt(0) == '.' ? literal(word) : cells.value(cell(word));
        return take('%') ? value.movePointLeft(2) : value;
    }

    private BigDecimal called(String function) {
        return switch (function) {
            case "SUM" -> numbers().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case "AVERAGE" -> average(numbers());
            case "MAX" -> numbers().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            case "MIN" -> numbers().stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
            case "COUNT" -> BigDecimal.valueOf(numbers().size());
            case "COUNTA" -> BigDecimal.valueOf(range().stream().filter(p -> !cells.text(p).isEmpty() || cells.counts(p)).count());
            case "COUNTIF" -> countIf();
            case "SUMIF" -> sumIf();
            case "ABS" -> sum().abs();
            case "INT" -> sum().setScale(0, RoundingMode.FLOOR);
            case "ROUND" -> rounded();
            default -> throw new NotPlain();
        };
    }

    private static BigDecimal average(List<BigDecimal> numbers) {
        return quotient(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(numbers.size()));
    }

    private BigDecimal rounded() {
        var value = sum();
        next();
        return value.setScale(Math.clamp(literal(word()).intValue(), 0, 10), RoundingMode.HALF_UP);
    }

    private BigDecimal countIf() {
        var range = range();
        next();
        var wanted = criterion();
        return BigDecimal.valueOf(range.stream().filter(p -> wanted.test(shown(p))).count());
    }

    private BigDecimal sumIf() {
        var range = range();
        next();
        var wanted = criterion();
        var summed = take(',') ? range() : range;
        if (summed.size() != range.size()) throw new NotPlain();
        var total = BigDecimal.ZERO;
        for (var i = 0; i < range.size(); i++) {
            if (wanted.test(shown(range.get(i))) && cells.counts(summed.get(i))) total = total.add(cells.value(summed.get(i)));
        }
        return total;
    }

    /** A formula among the counted cells would have to be worked out first, to a text perhaps. */
    private String shown(Sheet.Place place) {
        var shown = cells.text(place);
        if (shown.isEmpty() && cells.counts(place)) throw new NotPlain();
        return shown.toUpperCase(Locale.ROOT);
    }

    /** {@code "√"}, {@code ">0"} or {@code "张*"}; another cell or a calculation is not understood. */
    private Predicate<String> criterion() {
        var wanted = at < text.length() && text.charAt(at) == '"' ? quoted() : literal(word()).toPlainString();
        if (wanted.indexOf('*') >= 0 || wanted.indexOf('?') >= 0 || wanted.indexOf('~') >= 0) throw new NotPlain();
        if (wanted.startsWith("<>")) return shown -> !same(shown, wanted.substring(2));
        for (var sign : List.of(">=", "<=", ">", "<")) {
            if (!wanted.startsWith(sign)) continue;
            var border = literal(wanted.substring(sign.length()));
            return shown -> {
                if (shown.isEmpty() || !shown.matches("-?\\d{1,15}(\\.\\d{1,15})?")) return false;
                var order = new BigDecimal(shown).compareTo(border);
                return order == 0 ? sign.endsWith("=") : order > 0 == sign.startsWith(">");
            };
        }
        return shown -> same(shown, wanted.startsWith("=") ? wanted.substring(1) : wanted);
    }

    private static boolean same(String shown, String wanted) {
        if (shown.equals(wanted)) return true;
        var number = "-?\\d{1,15}(\\.\\d{1,15})?";
        return shown.matches(number) && wanted.matches(number) && new BigDecimal(shown).compareTo(new BigDecimal(wanted)) == 0;
    }

    private String quoted() {
        var end = text.indexOf('"', at + 1);
        if (end < 0) throw new NotPlain();
        var words = text.substring(at + 1, end);
        at = end + 1;
        return words;
    }

    /** What stands between the brackets of a sum: ranges and calculations. */
    private List<BigDecimal> numbers() {
        var all = new ArrayList<BigDecimal>();
        do {
            var start = at;
            word();
            var isRange = at < text.length() && text.charAt(at) == ':';
            at = start;
            if (isRange) range().stream().filter(cells::counts).forEach(p -> all.add(cells.value(p)));
            else all.add(sum());
        } while (take(','));
        return all;
    }

    private List<Sheet.Place> range() {
        var from = cell(word());
        return take(':') ? cells.block(from, cell(word())) : List.of(from);
    }

    private void next() {
        if (!take(',')) throw new NotPlain();
    }

    private BigDecimal closed(BigDecimal value) {
        if (!take(')')) throw new NotPlain();
        return value;
    }

    private static BigDecimal literal(String word) {
        if (!word.matches("-?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})")) throw new NotPlain();
        return new BigDecimal(word);
    }

    private static Sheet.Place cell(String word) {
        if (!word.matches("[A-Z]{1,3}\\d{1,7}")) throw new NotPlain();
        var letters = word.replaceAll("\\d", "");
        return new Sheet.Place(Integer.parseInt(word.substring(letters.length())), WorkbookScan.column(letters));
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
