package org.zongwu.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;

/** What the register's template draws. */
public final class RegisterPage {
    private final Register register;
    private final Registers.Asked asked;
    private final List<Record> records;
    private final int count;
    private final Map<String, BigDecimal> sums;
    private final int page;
    private final int pages;
    private final boolean neverUsed;
    private final Actor actor;
    private final FilterBar bar;
    private final Messages messages;

    RegisterPage(Register register, Registers.Asked asked, List<Record> records, int count, Map<String, BigDecimal> sums, int page, int pages,
            boolean neverUsed, Actor actor, Map<String, Map<String, String>> options, Messages messages) {
        this.register = register;
        this.asked = asked;
        this.records = records;
        this.count = count;
        this.sums = sums;
        this.page = page;
        this.pages = pages;
        this.neverUsed = neverUsed;
        this.actor = actor;
        this.messages = messages;
        bar = new FilterBar(register, asked, options, this::named, messages);
    }

    public String title() {
        return messages.say(register.key + ".title");
    }

    public @Nullable String lead() {
        return messages.has(register.key + ".lead") ? messages.say(register.key + ".lead") : null;
    }

    public String path() {
        return register.path;
    }

    public List<Head> heads() {
        return register.columns.stream().map(c -> new Head(label(c.name()), label(c.name()).contains(messages.say("unit.YUAN")) ? null : unit(c), c.right(), isSortable(c) ? bar.with("sort", turned(c)) : null,
                c.name().equals(asked.sortColumn()) ? asked.descending() ? "descending" : "ascending" : null)).toList();
    }

    /** Ten thousand rows are sorted by any column, more by those that have an index. */
    private boolean isSortable(Column column) {
        return count <= Registers.EXACT || column.indexed() || column.name().equals(register.firstSort());
    }

    public List<List<Cell>> rows() {
        return records.stream().map(r -> register.columns.stream().map(c -> cell(c, r)).toList()).toList();
    }

    public List<PhoneRow> phoneRows() {
        var p = register.phone;
        return records.stream().map(r -> new PhoneRow(text(p.left(), r), p.right().equals(p.secondRight()) ? null : part(p.right(), r),
                p.second().stream().map(n -> text(n, r)).filter(t -> !t.isBlank()).collect(Collectors.joining(" · ")), part(p.secondRight(), r),
                register.columns.stream().filter(c -> c.link() != null).findFirst().map(c -> c.link().apply(r)).orElse(null))).toList();
    }

    private PhonePart part(String name, Record row) {
        return new PhonePart(text(name, row), mark(name, row));
    }

    /** Whether the last column says how things stand: it stays in sight while the table is moved sideways. */
    public boolean endsWithState() {
        return register.columns.getLast().mark() != null;
    }

    /** One cell a column in the totals row; the first says how many rows. */
    public List<String> totals() {
        if (sums.isEmpty()) return List.of();
        return register.columns.stream().map(c -> sums.containsKey(c.name()) ? total(c) : "").toList();
    }

    private String total(Column column) {
        var sum = sums.get(column.name());
        if (column.middle() != null) return messages.say("register." + column.middle().name(), Shown.sum(column, sum));
        if (column.counted() == null) return Shown.sum(column, sum);
        return messages.say("register.different", Shown.count(sum.longValueExact()), messages.say("unit." + column.counted().unit().name()));
    }

    /** On a phone, where no column stands above: each total with its name. */
    public List<PhoneTotal> phoneTotals() {
        return register.columns.stream().filter(c -> sums.containsKey(c.name())).map(c -> new PhoneTotal(label(c.name()), total(c))).filter(t -> !t.value().isEmpty()).toList();
    }

    public String counted() {
        return count > Registers.EXACT && sums.isEmpty() && !asked.exact() ? "10,000+" : Shown.count(count);
    }

    /** Where all rows are counted and added up, when not all of it was done by itself. */
    public @Nullable String exactLink() {
        var summed = register.columns.stream().anyMatch(c -> c.total() || c.counted() != null);
        return (summed ? count > 0 : count > Registers.EXACT) && sums.isEmpty() && !asked.exact() ? bar.with("exact", "yes") : null;
    }

    public String exactWords() {
        return count > Registers.EXACT ? "register.exact" : "register.sum";
    }

    public boolean empty() {
        return records.isEmpty();
    }

    /** Nothing is there at all, as against nothing that fits the filter. */
    public boolean neverUsed() {
        return neverUsed;
    }

    public String emptyText() {
        return messages.first(register.key + ".empty", "register.empty");
    }

    public @Nullable Action primary() {
        if (register.newPath == null || register.newDuties.stream().noneMatch(actor::holds)) return null;
        return new Action(messages.say(register.key + ".new"), register.newPath);
    }

    public List<Action> actions() {
        return register.links.stream().filter(l -> l.duties().isEmpty() || l.duties().stream().anyMatch(actor::holds))
                .map(l -> new Action(messages.say(l.textKey()), l.path())).toList();
    }

    public String excelLink() {
        return bar.with("format", "xlsx");
    }

    /** The fields of the filter bar. */
    public List<FilterBar.Field> fields() {
        return bar.fields();
    }

    /** What a link has narrowed the register by and no field shows: asking for something else keeps it. */
    public Map<String, String> kept() {
        return bar.kept();
    }

    private String named(String column) {
        return records.isEmpty() ? "" : text(column, records.getFirst());
    }

    /** The filters in force, each with the address without it. */
    public List<FilterBar.Chip> chips() {
        return bar.chips();
    }

    public int page() {
        return page;
    }

    public int pages() {
        return pages;
    }

    public int size() {
        return asked.size();
    }

    public String pageLink(int n) {
        return bar.with("page", Integer.toString(n));
    }

    /** Pages near the present one; 0 stands for a gap. */
    public List<Integer> pageNumbers() {
        var all = new ArrayList<Integer>();
        for (var n = 1; n <= pages; n++) {
            if (n == 1 || n == pages || Math.abs(n - page) <= 2) all.add(n);
            else if (all.getLast() != 0) all.add(0);
        }
        return all;
    }

    public Map<String, String> asked() {
        return asked.values();
    }

    private String label(String name) {
        return bar.label(name);
    }

    private @Nullable String unit(Column column) {
        return switch (column.kind()) {
            case MONEY, PRICE -> messages.say("unit.YUAN");
            case RATE -> "%";
            default -> null;
        };
    }

    private String turned(Column column) {
        return column.name().equals(asked.sortColumn()) && !asked.descending() ? "-" + column.name() : column.name();
    }

    private Cell cell(Column column, Record row) {
        var value = row.get(column.field());
        var text = value == null && column.name().equals("no") ? messages.first(register.key + ".unnumbered", "register.unnumbered")
                : column.kind() == Column.Kind.STATUS && value != null ? Shown.word(column, value, messages) : Shown.cell(column, value);
        return new Cell(text, column.right(), column.link() == null || text.isEmpty() ? null : column.link().apply(row), mark(column, row),
                column.kind() == Column.Kind.CODE || column.kind() == Column.Kind.DATE || column.kind() == Column.Kind.TIME || column.kind() == Column.Kind.STATUS);
    }

    private String text(String name, Record row) {
        return column(name).map(c -> cell(c, row).text()).orElse("");
    }

    private @Nullable String mark(String name, Record row) {
        return column(name).map(c -> mark(c, row)).orElse(null);
    }

    private static @Nullable String mark(Column column, Record row) {
        var value = row.get(column.field());
        return column.mark() == null || value == null ? null : column.mark().apply(value.toString()).name().toLowerCase(java.util.Locale.ROOT);
    }

    private Optional<Column> column(String name) {
        return register.columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public record Head(String label, @Nullable String unit, boolean right, @Nullable String sortLink, @Nullable String sorted) {}

    public record Cell(String text, boolean right, @Nullable String link, @Nullable String mark, boolean unbroken) {}

    public record PhoneTotal(String label, String value) {}

    /** @param right null where there is nothing but what {@code secondRight} says */
    public record PhoneRow(String left, @Nullable PhonePart right, String second, PhonePart secondRight, @Nullable String link) {}

    /** @param mark the shape beside a state; null for everything else */
    public record PhonePart(String text, @Nullable String mark) {}

    public record Action(String text, String path) {}
}
