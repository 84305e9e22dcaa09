package org.zongwu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Draws a {@link Register}: filter, order, page, totals; as HTML, Excel ({@code format=xlsx}) or JSON ({@code format=json}). */
@Component
public class Registers {
    static final int EXACT = 10_000;
    static final int EXPORT_LIMIT = 100_000;
    /** So many rows down a page is far. */
    private static final int FAR = 1_000;
    /** Of so many rows that were found, twenty are soon met with. */
    private static final int MANY = 5_000;
    private static final List<Integer> SIZES = List.of(20, 50, 100);

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Messages messages;

    Registers(DSLContext db, Tenancy tenancy, Messages messages) {
        this.db = db;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    /**
     * @param rows the repository's own select as a derived table of the current school; called within a reading transaction
     * @return a page, or a file when the request asks for one
     */
    public Object show(Register register, Supplier<? extends Table<?>> rows, HttpServletRequest request, Actor actor) {
        var asked = Asked.of(register, request);
        return switch (asked.format()) {
            case "xlsx" -> RegisterFiles.xlsx(register, messages, tenancy.read(actor.schoolId(), () -> fetch(register, rows.get(), asked, wanted(register, asked).all(), 0, EXPORT_LIMIT)));
            case "json" -> ResponseEntity.ok(tenancy.read(actor.schoolId(), () -> json(register, rows.get(), asked))); // a bare map would be taken for a model
            default -> new ModelAndView("web/register", Map.of("page", tenancy.read(actor.schoolId(), () -> page(register, rows.get(), asked, actor))));
        };
    }

    private RegisterPage page(Register register, Table<?> rows, Asked asked, Actor actor) {
        var wanted = wanted(register, asked);
        var totals = totals(register, rows, asked, wanted.all());
        var pages = Math.max(1, (int) Math.ceilDiv(Math.min(totals.count(), EXACT), asked.size()));
        var page = asked.page() > pages ? 1 : asked.page();
        var sorted = totals.count() > EXACT ? asked.sortedBy(register, Column::indexed) : asked;
        var found = totals.count() > MANY && ordered(register, sorted) ? wanted.rowByRow() : wanted.all();
        // Nothing counted is nothing to fetch: a second look would pass again over all that somebody is just writing
        var records = totals.count() == 0 ? List.<Record>of() : fetch(register, rows, sorted, found, (page - 1) * asked.size(), asked.size());
        var unfiltered = records.isEmpty() && asked.filtered() && db.fetchExists(db.selectOne().from(rows));
        return new RegisterPage(register, sorted, records, totals.count(), totals.sums(), page, pages, !unfiltered && records.isEmpty(), actor, options(register), messages);
    }

    private static Map<String, Map<String, String>> options(Register register) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        for (var filter : register.filters) if (filter instanceof Filter.Choice c) all.put(c.name(), c.options().get());
        return all;
    }

    private List<Record> fetch(Register register, Table<?> rows, Asked asked, Condition where, int offset, int limit) {
        var fields = new ArrayList<SelectFieldOrAsterisk>();
        register.columns.forEach(c -> fields.add(c.field()));
        register.hidden.stream().filter(h -> register.columns.stream().noneMatch(c -> c.field().equals(h))).forEach(fields::add);
        var order = new ArrayList<org.jooq.OrderField<?>>();
        var sorted = register.columns.stream().filter(c -> c.name().equals(asked.sortColumn())).findFirst();
        var always = ordered(register, asked);
        sorted.map(c -> asked.descending() ? c.order().desc() : c.order().asc()).ifPresent(by -> order.add(always ? by : by.nullsLast()));
        if (register.tieBreak != null) order.add(asked.descending() ? register.tieBreak.desc() : register.tieBreak.asc());
        if (offset < FAR || !always || register.tieBreak == null) return new ArrayList<>(db.select(fields).from(rows).where(where).orderBy(order).limit(limit).offset(offset).fetch());
        // Far down, the rows of the page are found by their order alone and then read: nobody looks up what the thousands before them say
        List<Field<?>> place = List.of(sorted.orElseThrow().order(), register.tieBreak);
        var page = db.select(place).from(rows).where(where).orderBy(order).limit(limit).offset(offset);
        return new ArrayList<>(db.select(fields).from(rows).where(DSL.row(place).in(page)).orderBy(order).fetch());
    }

    /** What an index orders, and the first order of a register, is always there: the index, read backwards too, gives it as it is. */
    private static boolean ordered(Register register, Asked asked) {
        return asked.sortColumn().equals(register.firstSort()) || register.columns.stream().anyMatch(c -> c.name().equals(asked.sortColumn()) && c.indexed());
    }

    /**
     * How many rows, and the sums over all of them. Past {@link #EXACT} rows the count is not exact and there are no sums unless they
     * are asked for: nobody who turns pages waits for a million rows to be added up. So they are counted first, which is little
     * beside what their sums may cost; but for the reports over a span, which are short, and made anew for every question. What words
     * find is added up to {@link #MANY} rows only, because of each the words are looked for once more.
     */
    private Totals totals(Register register, Table<?> rows, Asked asked, Condition where) {
        var summed = register.columns.stream().filter(c -> c.total() || c.counted() != null).toList();
        if (!asked.exact() && (summed.isEmpty() || register.filters.stream().noneMatch(Filter.Span.class::isInstance))) {
            var count = db.fetchCount(db.selectOne().from(rows).where(where).limit(EXACT + 1));
            var found = register.filters.stream().anyMatch(f -> f instanceof Filter.Found && asked.value(f.name()) != null);
            if (summed.isEmpty() || count > (found ? MANY : EXACT)) return new Totals(count, Map.of());
        }
        var fields = new ArrayList<Field<?>>();
        fields.add(DSL.count());
        summed.forEach(c -> fields.add(total(c)));
        var over = asked.exact() ? db.select(fields).from(rows).where(where)
                : db.select(fields).from(DSL.select(rows.fields()).from(rows).where(where).limit(EXACT + 1).asTable(rows.getName()));
        var row = over.fetchSingle();
        var count = row.get(0, Integer.class);
        if (count > EXACT && !asked.exact()) return new Totals(count, Map.of());
        var sums = new LinkedHashMap<String, BigDecimal>();
        for (var i = 0; i < summed.size(); i++) {
            var sum = row.get(i + 1, BigDecimal.class);
            sums.put(summed.get(i).name(), sum == null ? BigDecimal.ZERO : sum);
        }
        return new Totals(count, sums);
    }

    private static Field<BigDecimal> total(Column column) {
        if (column.rate() != null) return column.rate().total();
        if (column.middle() != null) return column.middle().of(column);
        return column.counted() != null ? DSL.countDistinct(column.counted().by()).cast(BigDecimal.class) : DSL.sum(column.field().coerce(BigDecimal.class));
    }

    private static Wanted wanted(Register register, Asked asked) {
        var all = DSL.noCondition();
        var found = DSL.noCondition();
        for (var filter : register.filters) {
            var value = asked.value(filter.name());
            all = all.and(switch (filter) {
                case Filter.Words w when value != null -> w.where(value);
                case Filter.Days d -> d.where(asked.day("from"), asked.day("to"));
                case Filter.Until u -> u.where(asked.day(u.name()));
                case Filter.Choice c when value != null -> c.where(value);
                case Filter.Flag f when "yes".equals(value) -> f.condition();
                case Filter.Hidden h when value != null -> h.where(value);
                default -> DSL.noCondition();
            });
            if (filter instanceof Filter.Found f && value != null) found = found.and(f.where(value));
        }
        return new Wanted(all, found);
    }

    private Map<String, Object> json(Register register, Table<?> rows, Asked asked) {
        var wanted = wanted(register, asked).all();
        var totals = totals(register, rows, asked, wanted);
        var list = fetch(register, rows, asked, wanted, (asked.page() - 1) * asked.size(), asked.size()).stream().map(r -> {
            var row = new LinkedHashMap<String, Object>();
            register.columns.forEach(c -> row.put(c.name(), exact(c, r)));
            return row;
        }).toList();
        return Map.of("rows", list, "count", totals.count(), "totals", totals.sums().entrySet().stream()
                .collect(LinkedHashMap::new, (m, e) -> m.put(e.getKey(), exact(column(register, e.getKey()), e.getValue())), Map::putAll));
    }

    private static Column column(Register register, String name) {
        return register.columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private static Object exact(Column column, Record row) {
        var value = row.get(column.field());
        return value == null ? "" : column.kind() == Column.Kind.MONEY ? exact(column, new BigDecimal(value.toString())) : value.toString();
    }

    private static Object exact(Column column, BigDecimal sum) {
        return column.counted() == null && column.kind() == Column.Kind.MONEY ? sum.movePointLeft(2).setScale(2).toPlainString() : sum.toPlainString();
    }

    /** @param found what words mean, where they are looked up */
    private record Wanted(Condition rest, Condition found) {
        /** The database may begin with what was found. */
        Condition all() {
            return rest.and(found);
        }

        /** It goes through the rows in their order, and asks of each, until the page is full: of very many it finds twenty at once. */
        Condition rowByRow() {
            return found.equals(DSL.noCondition()) ? rest : rest.and(DSL.condition("({0}) is true", found));
        }
    }

    private record Totals(int count, Map<String, BigDecimal> sums) {}

    /** What the address asks for; anything unreadable is as if it were not there. */
    record Asked(Map<String, String> values, String sortColumn, boolean descending, int page, int size, String format) {
        static final int SIZE = 20;

        static Asked of(Register register, HttpServletRequest request) {
            var values = new LinkedHashMap<String, String>();
            for (var filter : register.filters) {
                if (filter instanceof Filter.Days || filter instanceof Filter.Span) {
                    put(values, request, "from");
                    put(values, request, "to");
                } else put(values, request, filter.name());
            }
            put(values, request, "exact");
            var sort = request.getParameter("sort");
            if (sort == null || sort.isBlank()) sort = register.sort;
            var format = request.getParameter("format");
            return new Asked(values, sort.startsWith("-") ? sort.substring(1) : sort, sort.startsWith("-"),
                    number(request.getParameter("page"), 1), SIZES.contains(number(request.getParameter("size"), SIZE)) ? number(request.getParameter("size"), SIZE) : SIZE,
                    format == null ? "html" : format);
        }

        private static void put(Map<String, String> values, HttpServletRequest request, String name) {
            var value = request.getParameter(name);
            if (value != null && !value.isBlank()) values.put(name, value.strip());
        }

        private static int number(String text, int otherwise) {
            try {
                return text == null ? otherwise : Math.max(1, Integer.parseInt(text));
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }

        String value(String name) {
            return values.get(name);
        }

        /** The same in the register's first order, unless the column asked for is one of these. */
        Asked sortedBy(Register register, Predicate<Column> which) {
            if (register.columns.stream().anyMatch(c -> c.name().equals(sortColumn) && which.test(c))) return this;
            return new Asked(values, register.firstSort(), register.sort.startsWith("-"), page, size, format);
        }

        boolean exact() {
            return values.containsKey("exact");
        }

        boolean filtered() {
            return values.keySet().stream().anyMatch(k -> !k.equals("exact"));
        }

        LocalDate day(String name) {
            return values.containsKey(name) ? Typed.day(values.get(name), null) : null;
        }
    }
}
