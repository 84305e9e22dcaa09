package org.zongwu.stores.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.item.NewItem;

/** What the example school keeps, and how much of it there is by now. */
final class Catalogue {
    private final List<Good> goods;

    private Catalogue(List<Good> goods) {
        this.goods = goods;
    }

    static Catalogue read() {
        try (var in = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Catalogue.class.getResourceAsStream("/stores/example-items.txt")), StandardCharsets.UTF_8))) {
            return new Catalogue(in.lines().filter(l -> !l.startsWith("#")).map(Good::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Good> all() {
        return goods;
    }

    /** Of which there is more than they need to keep. */
    List<Good> plenty(int warehouse) {
        return goods.stream().filter(g -> g.warehouse == warehouse && g.onHand > g.minimum + 2).toList();
    }

    /** The scarcest first. */
    List<Good> scarce(int warehouse) {
        return goods.stream().filter(g -> g.warehouse == warehouse).sorted((a, b) -> Long.compare((long) a.onHand * b.minimum, (long) b.onHand * a.minimum)).toList();
    }

    /** One item, with the count that the sample keeps of it. */
    static final class Good {
        final int warehouse;
        final NewItem item;
        final String category;
        final Map<String, BigDecimal> units;
        final BigDecimal price;
        final int minimum;
        final int kit;
        @Nullable UUID itemId;
        int onHand;

        private Good(String category, int warehouse, NewItem item, Map<String, BigDecimal> units, BigDecimal price, int minimum, int kit) {
            this.category = category;
            this.warehouse = warehouse;
            this.item = item;
            this.units = units;
            this.price = price;
            this.minimum = minimum;
            this.kit = kit;
        }

        static Good of(String line) {
            var c = line.split("\\|", -1);
            var minimum = Integer.parseInt(c[8]);
            var unit = c[6].split("=");
            return new Good(c[0], Integer.parseInt(c[1]), new NewItem(c[2], c[3], c[4], c[5], new UUID(0, 0), Quantity.of(minimum), List.of()),
                    unit.length == 2 ? Map.of(unit[0], new BigDecimal(unit[1])) : Map.of(), new BigDecimal(c[7]), minimum, c[9].isEmpty() ? 0 : Integer.parseInt(c[9]));
        }

        /** What a supplier asks this time: some per cent more or less. */
        BigDecimal asked(RandomGenerator random) {
            return price.multiply(BigDecimal.valueOf(94 + random.nextInt(13))).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        }
    }
}
