package org.zongwu.stores.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate.Field;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledger;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.slip.Gaps;
import org.zongwu.stores.stock.PaperCards;
import org.zongwu.stores.warehouse.WarehouseService;

/** What the lines of old slips have in common, coming or going: their number, their place, their day, and what became of each. */
final class PaperSlips {
    private static final Pattern OURS = Pattern.compile(Gaps.OURS);

    private final Map<String, UUID> warehouses = new LinkedHashMap<>();
    private final Map<LocalDate, String> closed = new HashMap<>();
    private final Map<LocalDate, RuleBroken> refusals = new HashMap<>();
    private final Ledger ledger;
    /** What is said of each row so far, by the row itself; the last word is its outcome. */
    final Map<Row, Outcome> said = new IdentityHashMap<>();

    PaperSlips(WarehouseService service, Ledger ledger) {
        service.all().forEach(w -> warehouses.put(w.name(), w.id()));
        this.ledger = ledger;
    }

    /** A line that may be posted: its item, and how much of it in the unit of the slip and in base units. */
    record Line(Row row, String key, @Nullable String no, LocalDate day, Item item, String unit, Quantity count, Quantity quantity) {
        boolean isRed() {
            return !count.isPositive();
        }
    }

    /** What one kind of file makes of a line, and whatever that kind adds. */
    interface Goods {
        Line line();

        default Row row() {
            return line().row();
        }

        default LocalDate day() {
            return line().day();
        }
    }

    /** What the rows are read as, in their order; of a row that is refused, nothing. */
    static <G extends Goods> List<G> read(List<Row> rows, Function<Row, @Nullable G> read) {
        var goods = new ArrayList<G>();
        for (var row : rows) {
            var one = read.apply(row);
            if (one != null) goods.add(one);
        }
        return goods;
    }

    /** Those that still may be posted. */
    <G extends Goods> Stream<G> standing(Collection<G> goods) {
        return goods.stream().filter(g -> stands(g.row()));
    }

    /** The same slip by slip, in their order. */
    <G extends Goods> Map<String, List<G>> bySlip(Collection<G> goods) {
        return standing(goods).collect(Collectors.groupingBy(g -> g.line().key(), LinkedHashMap::new, Collectors.toList()));
    }

    /** Whether the row breaks what the fields ask for, which is then said. */
    boolean isFlawed(Row row, List<Field> fields) {
        var flaw = ImportTemplate.flaw(row, fields);
        flaw.ifPresent(outcome -> said.put(row, outcome));
        return flaw.isPresent();
    }

    /** A row that is not read, and why. */
    <G> @Nullable G no(Row row, String field, String key, Object... args) {
        problem(row, field, key, args);
        return null;
    }

    void duplicate(Row row, String field, String key, Object... args) {
        said.put(row, Outcome.of(Verdict.DUPLICATE, row, field, key, args));
    }

    /** Whether the same line stood in the file before. @param seen the lines so far, by all that makes them the same */
    boolean isTwice(Map<String, Row> seen, String same, Row row) {
        var earlier = seen.putIfAbsent(same, row);
        if (earlier != null) duplicate(row, "no", "import.paper.twice", earlier.sheet(), earlier.number());
        return earlier != null;
    }

    /** What goes from a card must be there, on that day and ever after, and the books of the day open. */
    void requireRoom(Goods goods, PaperCards cards) {
        var l = goods.line();
        if (!isOpen(goods.row(), l.day(), cards, l.item().id()) || cards.fits(l.item().id(), l.day(), l.quantity().negated())) return;
        problem(goods.row(), "quantity", "import.paper.not-enough", l.item().label(), l.day(), cards.left(l.item().id(), l.day()), l.quantity(), l.item().unit());
    }

    /** The one that is named, or the only one there is; null when nobody can tell. */
    @Nullable UUID warehouse(@Nullable String name) {
        if (name != null) return warehouses.get(name);
        return warehouses.size() == 1 ? warehouses.values().iterator().next() : null;
    }

    /** A number of paper that looks like one of ours gets a mark, so that no series has a gap or a double. */
    static @Nullable String number(@Nullable String written) {
        return written != null && OURS.matcher(written).matches() ? "纸" + written : written;
    }

    boolean problem(Row row, String field, String key, Object... args) {
        said.put(row, Outcome.of(Verdict.PROBLEM, row, field, key, args));
        return false;
    }

    void warning(Row row, String field, String key, Object... args) {
        said.putIfAbsent(row, Outcome.of(Verdict.WARNING, row, field, key, args));
    }

    /** Whether it still may be posted. */
    boolean stands(Row row) {
        var outcome = said.get(row);
        return outcome == null || outcome.verdict() == Verdict.WARNING;
    }

    /** Whether the books of that day are open, and begun: what was before they began is in what they began with. */
    boolean isOpen(Row row, LocalDate day, PaperCards cards, UUID item) {
        var begun = cards.opened(item);
        if (begun != null && day.isBefore(begun)) return problem(row, "day", "import.paper.before-opening", day, begun);
        var month = day.withDayOfMonth(1);
        if (!closed.containsKey(month)) {
            closed.put(month, "");
            try {
                ledger.requireOpen(day);
            } catch (RuleBroken e) {
                refusals.put(month, e);
            }
        }
        var refusal = refusals.get(month);
        return refusal == null || problem(row, "day", refusal.key(), refusal.args().toArray());
    }

    /** The rows with what became of them and what was made of them, in their order. @param posted by the row itself */
    List<Outcome> outcomes(List<Row> rows, Map<Row, WorkRef> posted) {
        return rows.stream().map(row -> {
            var outcome = said.getOrDefault(row, Outcome.accepted(row));
            return posted.containsKey(row) ? outcome.made(posted.get(row)) : outcome;
        }).toList();
    }
}
