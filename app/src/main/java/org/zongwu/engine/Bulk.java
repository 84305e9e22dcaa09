package org.zongwu.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Very many rows, some thousand in one statement, one array a column. While the database writes a part, the next is made ready.
 *
 * <p>Left to itself the database plans such a statement, and the look-ups of the keys that its rows refer to, by what it knows of this
 * one school: of a school that has just begun that is nothing, and of a table that was nearly empty a moment ago too little. It
 * then goes through all rows of the school for each key, and a hundred thousand of them take hours. So it plans anew, and for any
 * school.
 */
public final class Bulk {
    private static final int AT_ONCE = 5_000;
    private static final int MANY = 100;

    private Bulk() {}

    /** Within the caller's transaction. */
    public static void write(DSLContext db, Runnable statements) {
        db.execute("discard plans");
        db.execute("set local plan_cache_mode = force_generic_plan");
        statements.run();
        db.execute("set local plan_cache_mode to default");
    }

    /**
     * The same in parts.
     *
     * @param ready  makes a part ready, in another thread: it sees no transaction
     * @param writes within the caller's transaction
     */
    public static <T, R> void write(DSLContext db, List<List<T>> parts, Function<List<T>, R> ready, Consumer<R> writes) {
        if (parts.isEmpty()) return;
        if (parts.size() == 1 && parts.getFirst().size() < MANY) {
            writes.accept(ready.apply(parts.getFirst()));
            return;
        }
        var next = CompletableFuture.completedFuture(ready.apply(parts.getFirst()));
        for (var i = 1; i <= parts.size(); i++) {
            var now = next.join();
            if (i < parts.size()) {
                var part = parts.get(i);
                next = CompletableFuture.supplyAsync(() -> ready.apply(part));
            }
            write(db, () -> writes.accept(now));
        }
    }

    /**
     * Has the planner count every table of which this transaction has written so many rows, before others read them: of rows that it
     * knows nothing of, a hundred thousand are joined one by one.
     */
    public static void count(DSLContext db, int atLeast) {
        db.execute("select engine.analyse_written({0})", atLeast);
    }

    /** Some thousand each. */
    public static <T> List<List<T>> parts(List<T> rows) {
        var parts = new ArrayList<List<T>>();
        for (var from = 0; from < rows.size(); from += AT_ONCE) parts.add(rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
        return parts;
    }

    /**
     * A column, one array of one value a row, ready to be sent: in the words of PostgreSQL, which costs less than a value each.
     *
     * @param type of one value
     */
    public static <T, V> Field<?> column(List<T> rows, DataType<V> type, Function<T, ? extends @Nullable Object> value) {
        var words = new StringBuilder("{");
        for (var row : rows) {
            if (words.length() > 1) words.append(',');
            var v = value.apply(row);
            switch (v) {
                case null -> words.append("NULL");
                case BigDecimal number -> words.append(number.toPlainString());
                case Number number -> words.append(number);
                case UUID id -> words.append(id);
                default -> quoted(words, v.toString());
            }
        }
        return DSL.val(words.append('}').toString()).cast(type.getArrayDataType());
    }

    private static void quoted(StringBuilder words, String text) {
        words.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') words.append('\\');
            words.append(c);
        }
        words.append('"');
    }
}
