package org.zongwu.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One condition that a reader may set on a register; its parameter is {@code name}. Labels as for columns. */
sealed interface Filter {
    String name();

    /** The column has this value, asked in the column's own type, so that its index serves; what is no such value fits nothing. */
    private static <T> Condition is(Field<T> field, String value) {
        try {
            return field.eq(field.getDataType().convert(value));
        } catch (RuntimeException e) { // what the library throws for a text that is no uuid, number or day
            return DSL.falseCondition();
        }
    }

    /** Words looked for in any of the fields, whatever their case. */
    record Words(String name, List<Field<String>> fields) implements Filter {
        Condition where(String words) {
            var pattern = "%" + like(words) + "%";
            // What has no capitals is found without folding every row: four times as fast where there are a hundred thousand
            var plain = words.toLowerCase(Locale.ROOT).equals(words.toUpperCase(Locale.ROOT));
            return DSL.or(fields.stream().map(f -> plain ? f.like(pattern, '!') : f.likeIgnoreCase(pattern, '!')).toList());
        }

        private static String like(String words) {
            return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }
    }

    /** Words that the repository looks up itself, where there are too many rows to read them all. */
    record Found(String name, Function<String, Condition> finds) implements Filter {
        Condition where(String words) {
            return finds.apply(words);
        }
    }

    /** Days from and to, parameters {@code from} and {@code to}: a thing of one day lies between them, one with two days overlaps them. */
    record Days(String name, Field<LocalDate> first, Field<LocalDate> last) implements Filter {
        Condition where(@Nullable LocalDate from, @Nullable LocalDate to) {
            var all = DSL.noCondition();
            if (from != null) all = all.and(last.equals(first) ? first.ge(from) : last.ge(from).or(last.isNull()));
            if (to != null) all = all.and(first.le(to));
            return all;
        }
    }

    /** The last day of another date that a link may ask for, as what is due by then; no field shows it. */
    record Until(String name, Field<LocalDate> field) implements Filter {
        Condition where(@Nullable LocalDate day) {
            return day == null ? DSL.noCondition() : field.le(day);
        }
    }

    /** Days from and to that the query itself was made with. */
    record Span(String name) implements Filter {}

    /** One of the values, shown by their words in order. */
    record Choice(String name, Field<?> field, Supplier<Map<String, String>> options) implements Filter {
        Condition where(String value) {
            return Filter.is(field, value);
        }
    }

    /**
     * A condition with a name that is on or off, as "only what counts"; {@code name=yes} switches it on.
     *
     * @param offered whether the filter bar has a box for it; otherwise links set it, and it shows only while it is on
     */
    record Flag(String name, Condition condition, boolean offered) implements Filter {}

    /**
     * A condition that a link may set but no field shows, as the document that moves belong to.
     *
     * @param column which says what is meant where the value is an id
     */
    record Hidden(String name, Field<?> field, @Nullable String column) implements Filter {
        Condition where(String value) {
            return Filter.is(field, value);
        }
    }
}
