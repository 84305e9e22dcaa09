package org.zongwu.stocktaking.count;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zongwu.kernel.Quantity;

/** What somebody wrote as counted: a number from nothing up with at most three decimals, or several piles, {@code 12+8}. */
public final class CountedText {
    private static final Pattern PILES = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?(\\+\\d{1,12}(\\.\\d{1,3})?){0,19}");

    private CountedText() {}

    /** Width, blanks and thousands separators do not matter; none when it is no count. */
    public static Optional<Quantity> read(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        if (!PILES.matcher(text).matches()) return Optional.empty();
        var sum = BigDecimal.ZERO;
        for (var pile : text.split("\\+")) sum = sum.add(new BigDecimal(pile));
        return Optional.of(new Quantity(sum));
    }
}
