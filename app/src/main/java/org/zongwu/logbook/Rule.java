package org.zongwu.logbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Field;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/**
 * A rule over the records of a book.
 *
 * @param id     as in domain.md, {@code R-REC-2}
 * @param weight what happens when it is broken
 * @param field  the blank that is wrong
 * @param judge  finds what breaks it among records that are written down together, one alone or a whole file
 */
public record Rule(String id, Weight weight, Field<?> field, Function<List<Draft>, List<Broken>> judge) {
    /** How a broken rule is taken. */
    public enum Weight {
        /** Nobody may write it down so, and a row of a file that breaks it is not taken in. */
        MUST,
        /** Nobody may do it here; a row of a file has happened already: it is taken in and marked. */
        SHOULD,
        /** Nobody may do it here; a row of a file is taken in and marked, and that is nothing to report. */
        HERE,
        /** It may be; the record is marked, and the row of a file is reported. */
        WARN,
        /** It may be; the record is marked. */
        NOTE,
        /** Here a later step sees to it; a row of a file that breaks it is not taken in. */
        FILED,
        /** Here a later step sees to it; a row of a file that breaks it is taken in and marked. */
        EXPECTED
    }

    /** @param key of the sentence that says how to mend it, with {@code args} */
    public record Broken(Draft draft, String key, List<Object> args) {
        public static Broken of(Draft draft, String key, Object... args) {
            return new Broken(draft, key, List.of(args));
        }
    }

    /** Whether work that breaks it is done all the same, and marked. */
    boolean marks() {
        return weight == Weight.WARN || weight == Weight.NOTE;
    }

    /** Whether the row of a file that breaks it is reported though it is taken in. */
    boolean reports() {
        return weight != Weight.HERE && weight != Weight.NOTE;
    }

    /** Whether it is asked of rows of a file only. */
    boolean onlyFiled() {
        return weight == Weight.FILED || weight == Weight.EXPECTED;
    }

    /** Whether a row of a file that breaks it is left out. */
    boolean keepsOut() {
        return weight == Weight.MUST || weight == Weight.FILED;
    }

    /** A rule that each record keeps or breaks by itself; {@code args} are what the sentence says of it. */
    static Rule each(String id, Weight weight, Field<?> field, String key, Predicate<Draft> kept, Function<Draft, List<Object>> args) {
        return new Rule(id, weight, field, drafts -> {
            var broken = new ArrayList<Broken>();
            for (var d : drafts) if (!kept.test(d)) broken.add(new Broken(d, key, args.apply(d)));
            return broken;
        });
    }

    /** What a sentence says of a draft: these columns, as they are written. */
    static Function<Draft, List<Object>> values(Field<?>... fields) {
        return draft -> {
            var all = new ArrayList<Object>();
            for (var f : fields) {
                var value = draft.get(f);
                all.add(value == null ? "" : value instanceof Long fen ? new Money(fen) : value instanceof BigDecimal n ? new Quantity(n.setScale(3, RoundingMode.HALF_UP)) : value);
            }
            return all;
        };
    }
}
