package org.zongwu.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One condition that a reader may set on a register; its parameter is {@code name}. Labels as for columns. */
sealed interface Filter {
    String name();

    /** Words looked for in any of the fields, whatever their case. */
    record Words(String name, List<Field<String>> fields) implements Filter {
        Condition where(String words) {
            return DSL.or(fields.stream().map(f -> f.likeIgnoreCase("%" + like(words) + "%", '!')).toList());
        }

        private static String like(String words) {
            return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }
    }

    /** Days from and to, parameters {@code from} and {@code to}. */
    record Days(String name, Field<LocalDate> field) implements Filter {
        Condition where(@Nullable LocalDate from, @Nullable LocalDate to) {
            var all = DSL.noCondition();
            if (from != null) all = all.and(field.ge(from));
            if (to != null) all = all.and(field.le(to));
            return all;
        }
    }

    /** Days from and to that the query itself was made with. */
    record Span(String name) implements Filter {}

    /** One of the values, shown by their words in order. */
    record Choice(String name, Field<?> field, Supplier<Map<String, String>> options) implements Filter {
        Condition where(String value) {
            return field.cast(String.class).eq(value);
        }
    }

    /**
     * A condition with a name that is on or off, as "only what counts"; {@code name=yes} switches it on.
     *
     * @param offered whether the filter bar has a box for it; otherwise links set it, and it shows only while it is on
     */
    record Flag(String name, Condition condition, boolean offered) implements Filter {}

    /** A condition that a link may set but no field shows, as the document that moves belong to. */
    record Hidden(String name, Field<?> field) implements Filter {
        Condition where(String value) {
            return field.cast(String.class).eq(value);
        }
    }
}
