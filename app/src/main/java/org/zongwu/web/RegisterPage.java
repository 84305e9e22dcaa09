package org.zongwu.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Map<String, String>> options;
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
        this.options = options;
        this.messages = messages;
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
        return register.columns.stream().map(c -> new Head(label(c.name()), label(c.name()).contains(messages.say("unit.YUAN")) ? null : unit(c), c.right(), isSortable(c) ? with("sort", turned(c)) : null,
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
        return records.stream().map(r -> new PhoneRow(text(p.left(), r), p.right().equals(p.secondRight()) ? null : text(p.right(), r),
                p.second().stream().map(n -> text(n, r)).filter(t -> !t.isBlank()).reduce((a, b) -> a + " · " + b).orElse(""),
                text(p.secondRight(), r), mark(p.secondRight(), r), register.columns.stream().filter(c -> c.link() != null).findFirst().map(c -> c.link().apply(r)).orElse(null))).toList();
    }

    /** One cell a column in the totals row; the first says how many rows. */
    public List<String> totals() {
        if (sums.isEmpty()) return List.of();
        return register.columns.stream().map(c -> sums.containsKey(c.name()) ? total(c) : "").toList();
    }

    private String total(Column column) {
        var sum = sums.get(column.name());
        return column.counted() != null ? messages.say("register.different", Shown.count(sum.longValueExact())) : column.middle() == null ? Shown.sum(column, sum)
                : messages.say("register." + column.middle().name(), Shown.sum(column, sum));
    }

    /** On a phone, where no column stands above: each total with its name. */
    public List<PhoneTotal> phoneTotals() {
        return register.columns.stream().filter(c -> sums.containsKey(c.name())).map(c -> new PhoneTotal(label(c.name()), total(c))).filter(t -> !t.value().isEmpty()).toList();
    }

    public String counted() {
        return count > Registers.EXACT && sums.isEmpty() && !asked.exact() ? "10,000+" : Shown.count(count);
    }

    public @Nullable String exactLink() {
        return count > Registers.EXACT && sums.isEmpty() && !asked.exact() ? with("exact", "yes") : null;
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
        return with("format", "xlsx");
    }

    public List<Field> fields() {
        var all = new ArrayList<Field>();
        for (var filter : register.filters) {
            switch (filter) {
                case Filter.Found w -> all.add(new Field("words", w.name(), messages.first(register.key + ".search", "register.search"), shown(w.name()), Map.of()));
                case Filter.Words w -> all.add(new Field("words", w.name(), messages.first(register.key + ".search", "register.search"), shown(w.name()), Map.of()));
                case Filter.Days ignored -> days(all);
                case Filter.Span ignored -> days(all);
                case Filter.Choice c -> all.add(new Field("choice", c.name(), label(c.name()), shown(c.name()), options.get(c.name())));
                case Filter.Flag f when f.offered() || !shown(f.name()).isEmpty() -> all.add(new Field("flag", f.name(), label(f.name()), shown(f.name()), Map.of()));
                case Filter.Flag ignored -> { }
                case Filter.Hidden ignored -> { }
                case Filter.Until ignored -> { }
            }
        }
        return all;
    }

    private void days(List<Field> all) {
        all.add(new Field("day", "from", messages.first(register.key + ".from", "register.from"), shown("from"), Map.of()));
        all.add(new Field("day", "to", messages.first(register.key + ".to", "register.to"), shown("to"), Map.of()));
    }

    /** The filters in force, each with the address without it. */
    public List<Chip> chips() {
        var all = new ArrayList<Chip>();
        asked.values().forEach((name, value) -> {
            if (name.equals("exact")) return;
            var label = messages.first(register.key + "." + name, name.equals("q") ? "register.words" : "register." + name, "label." + name);
            var words = options.containsKey(name) ? options.get(name).getOrDefault(value, value) : value.equals("yes") ? messages.say("register.yes") : value;
            all.add(new Chip(label, words, with(name, null)));
        });
        return all;
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
        return with("page", Integer.toString(n));
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

    private String shown(String name) {
        var value = asked.value(name);
        return value == null ? "" : value;
    }

    private String label(String name) {
        return messages.first(register.key + "." + name, "label." + name);
    }

    private @Nullable String unit(Column column) {
        return switch (column.kind()) {
            case MONEY, PRICE -> messages.say("unit.YUAN");
            case RATE, SHARE -> "%";
            default -> null;
        };
    }

    private String turned(Column column) {
        return column.name().equals(asked.sortColumn()) && !asked.descending() ? "-" + column.name() : column.name();
    }

    private Cell cell(Column column, Record row) {
        var value = row.get(column.field());
        var text = value == null && column.kind() == Column.Kind.CODE ? messages.first(register.key + ".unnumbered", "register.unnumbered")
                : column.kind() == Column.Kind.STATUS && value != null ? Shown.word(column, value, messages) : Shown.cell(column, value);
        return new Cell(text, column.right(), column.link() == null ? null : column.link().apply(row), mark(column, row),
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

    private String with(String name, @Nullable String value) {
        var all = new LinkedHashMap<>(asked.values());
        if (asked.size() != 20) all.put("size", Integer.toString(asked.size()));
        var sort = (asked.descending() ? "-" : "") + asked.sortColumn();
        if (!sort.equals(register.sort)) all.put("sort", sort);
        if (value == null) all.remove(name);
        else all.put(name, value);
        if (all.isEmpty()) return register.path;
        return register.path + "?" + String.join("&", all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).toList());
    }

    public record Head(String label, @Nullable String unit, boolean right, @Nullable String sortLink, @Nullable String sorted) {}

    public record Cell(String text, boolean right, @Nullable String link, @Nullable String mark, boolean unbroken) {}

    public record PhoneTotal(String label, String value) {}

    /** @param right null where there is nothing but what {@code secondRight} says */
    public record PhoneRow(String left, @Nullable String right, String second, String secondRight, @Nullable String mark, @Nullable String link) {}

    public record Action(String text, String path) {}

    public record Field(String kind, String name, String label, String value, Map<String, String> options) {}

    public record Chip(String label, String words, String without) {}
}
