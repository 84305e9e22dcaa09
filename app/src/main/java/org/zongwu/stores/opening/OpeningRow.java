package org.zongwu.stores.opening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/**
 * A row of the catalogue as it is meant: remarks such as {@code 1箱=8包，俗称A4纸} hold a further unit and another name, and a
 * count may carry its unit ({@code 300支}).
 */
record OpeningRow(Row row, String code, String name, @Nullable String spec, String unit, String category, @Nullable String warehouse, @Nullable Quantity quantity,
        @Nullable BigDecimal price, @Nullable Money amount, @Nullable Quantity minimum, Map<String, BigDecimal> units, List<String> aliases) {
    private static final Pattern PACKING = Pattern.compile("1\\s*(\\p{IsHan}{1,3})\\s*[=＝为]\\s*(\\d+(?:\\.\\d{1,3})?)\\s*(\\p{IsHan}{1,3})");
    private static final Pattern ALIAS = Pattern.compile("(?:俗称|又名|别名|也叫|也写|常写|简称)(?:作|成|为)?[：:\\s“\"「]*([^，,；;。、\\s”\"」]+)");

    /** What is wrong with the cells of the row alone; null when nothing is. */
    static @Nullable Outcome problem(Row row) {
        for (var field : List.of("code", "name", "unit", "category")) {
            if (row.get(field) == null) return Outcome.of(Verdict.PROBLEM, row, field, "import.items.missing");
        }
        for (var field : List.of("quantity", "price", "amount", "minimum")) {
            var text = row.get(field);
            if (text != null && number(text, row.get("unit")) == null) return Outcome.of(Verdict.PROBLEM, row, field, "import.items.not-a-number", text);
        }
        var read = of(row);
        if (signum(number(row.get("minimum"), row.get("unit"))) < 0) return Outcome.of(Verdict.PROBLEM, row, "minimum", "import.items.not-a-number", row.get("minimum"));
        if (read.quantity != null && (read.worth() == null || read.worth().isZero() || read.worth().isNegative())) return Outcome.of(Verdict.PROBLEM, row, "price", "import.items.no-price");
        return null;
    }

    /** What nobody can own: less than nothing, as after goods that were handed out before they were written down. The item is registered all the same. */
    static @Nullable Outcome belowNothing(Row row) {
        return signum(number(row.get("quantity"), row.get("unit"))) < 0 ? Outcome.of(Verdict.PROBLEM, row, "quantity", "import.items.negative-opening", row.get("quantity")) : null;
    }

    static OpeningRow of(Row row) {
        var unit = row.get("unit");
        var quantity = number(row.get("quantity"), unit);
        var price = number(row.get("price"), unit);
        var amount = number(row.get("amount"), unit);
        var minimum = number(row.get("minimum"), unit);
        var note = String.join("，", text(row, "note"), text(row, "units"));
        return new OpeningRow(row, row.get("code"), row.get("name"), row.get("spec"), unit, row.get("category"), row.get("warehouse"),
                signum(quantity) <= 0 ? null : new Quantity(quantity.setScale(3, RoundingMode.HALF_UP)), price == null ? null : price.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros(),
                amount == null ? null : Money.ofYuan(amount.setScale(2, RoundingMode.HALF_UP)), signum(minimum) == 0 ? null : new Quantity(minimum.setScale(3, RoundingMode.HALF_UP)),
                units(note, unit), aliases(row));
    }

    /** Quantity times price where there is a price, else the amount as written; null when neither is known. */
    @Nullable Money worth() {
        return quantity != null && price != null ? Money.of(quantity, price) : amount;
    }

    /** The written amount is another one than quantity times price. */
    boolean amountDisagrees() {
        return quantity != null && price != null && amount != null && !amount.equals(worth());
    }

    private static Map<String, BigDecimal> units(String note, @Nullable String base) {
        var units = new LinkedHashMap<String, BigDecimal>();
        var packing = PACKING.matcher(note);
        while (packing.find()) {
            if (packing.group(3).equals(base) && !packing.group(1).equals(base)) units.putIfAbsent(packing.group(1), new BigDecimal(packing.group(2)));
        }
        return units;
    }

    private static List<String> aliases(Row row) {
        var aliases = new ArrayList<String>();
        var named = ALIAS.matcher(text(row, "note"));
        while (named.find()) aliases.add(named.group(1));
        for (var alias : text(row, "aliases").split("[，,；;、/\\s]+")) if (!alias.isEmpty()) aliases.add(alias);
        return aliases;
    }

    private static String text(Row row, String field) {
        var text = row.get(field);
        return text == null ? "" : text;
    }

    private static int signum(@Nullable BigDecimal number) {
        return number == null ? 0 : number.signum();
    }

    private static @Nullable BigDecimal number(@Nullable String text, @Nullable String unit) {
        if (text == null) return null;
        var plain = unit != null && text.endsWith(unit) ? text.substring(0, text.length() - unit.length()).strip() : text;
        return plain.matches("-?\\d{1,12}(\\.\\d+)?") ? new BigDecimal(plain) : null;
    }
}
