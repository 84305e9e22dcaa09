package org.zongwu.canteen.goods;

import static zongwu.db.canteen.Tables.FOOD_RECEIPT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;

/** What follows from a line of goods, and what must be true of it. */
final class Goods {
    private static final Pattern SEVERAL = Pattern.compile("[、,，;；/]");
    private static final Map<String, String> KILOGRAMS = Map.of("公斤", "1", "千克", "1", "kg", "1", "斤", "0.5", "市斤", "0.5", "克", "0.001", "g", "0.001", "吨", "1000", "两", "0.05");

    private Goods() {}

    static void complete(Draft in, Policies policies) {
        var day = in.get(FOOD_RECEIPT.DAY);
        var quantity = in.get(FOOD_RECEIPT.QUANTITY);
        if (day == null || quantity == null) return;
        in.set(FOOD_RECEIPT.INSPECTORS_MIN, Integer.valueOf(policies.value("food.inspectors.min", day).orElse("2")));
        if (in.has(FOOD_RECEIPT.PRICE)) in.complete(FOOD_RECEIPT.AMOUNT, product(in));
        in.set(FOOD_RECEIPT.KILOGRAMS, kilograms(quantity, in.get(FOOD_RECEIPT.UNIT)));
        in.complete(FOOD_RECEIPT.EXPIRES_ON, ShelfLife.end(in.get(FOOD_RECEIPT.PRODUCED), in.get(FOOD_RECEIPT.SHELF_LIFE), day));
        bothInOneCell(in);
    }

    /** Clerks write both names into one cell. */
    private static void bothInOneCell(Draft in) {
        var written = in.get(FOOD_RECEIPT.INSPECTOR);
        if (written == null || in.has(FOOD_RECEIPT.CO_INSPECTOR)) return;
        var names = SEVERAL.split(written, 2);
        if (names.length == 2 && !names[1].isBlank()) in.set(FOOD_RECEIPT.INSPECTOR, names[0].strip()).set(FOOD_RECEIPT.CO_INSPECTOR, names[1].strip());
    }

    private static long product(Draft in) {
        return Money.of(new Quantity(in.get(FOOD_RECEIPT.QUANTITY)), in.get(FOOD_RECEIPT.PRICE)).fen();
    }

    /** What it weighs; null for what is bought by the bottle or the bag. */
    static @Nullable BigDecimal kilograms(BigDecimal quantity, @Nullable String unit) {
        var times = unit == null ? null : KILOGRAMS.get(Normalizer.normalize(unit, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
        return times == null ? null : quantity.multiply(new BigDecimal(times)).setScale(3, RoundingMode.HALF_UP);
    }

    /** To the fen, give or take the one that rounding costs. */
    static boolean isAmountRight(Draft in) {
        return !in.has(FOOD_RECEIPT.PRICE) || !in.has(FOOD_RECEIPT.AMOUNT) || Math.abs(product(in) - in.get(FOOD_RECEIPT.AMOUNT)) <= 1;
    }

    /** A row of a file has long been taken in; and where the school's own rule asks for one inspector, nobody else confirms. */
    static boolean isSettled(Draft in) {
        return Grade.IMPORTED.name().equals(in.get(FOOD_RECEIPT.GRADE)) || !in.has(FOOD_RECEIPT.CO_INSPECTOR);
    }

    static boolean isSeenByEnough(Draft in) {
        var seen = new HashSet<String>();
        seen.add(in.get(FOOD_RECEIPT.INSPECTOR));
        seen.add(in.get(FOOD_RECEIPT.CO_INSPECTOR));
        seen.removeIf(Objects::isNull);
        return seen.size() >= in.get(FOOD_RECEIPT.INSPECTORS_MIN);
    }

    static boolean isBuyerApart(Draft in) {
        var buyer = in.get(FOOD_RECEIPT.BUYER);
        return buyer == null || !buyer.equals(in.get(FOOD_RECEIPT.INSPECTOR)) && !buyer.equals(in.get(FOOD_RECEIPT.CO_INSPECTOR));
    }

    static boolean isFresh(Draft in) {
        return !in.has(FOOD_RECEIPT.EXPIRES_ON) || !in.get(FOOD_RECEIPT.EXPIRES_ON).isBefore(in.get(FOOD_RECEIPT.DAY));
    }
}
