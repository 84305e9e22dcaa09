package org.zongwu.stores.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Duties;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.ItemRemoval;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.item.NewItem;
import org.zongwu.stores.receipt.OpeningService;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.shelf.Shelves;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Messages;

/** 物资目录及期初库存: every row an item; what it had is one posted opening a warehouse, of grade IMPORTED. */
@Component
class ItemsTemplate implements ImportTemplate {
    /** 截至2026年2月28日, 2026.2.1结存: of which day a list is; a day that stands alone may be the one on which it was printed. */
    private static final Pattern AS_OF = Pattern.compile("((?<=(?:期初|结存|截至|截止|库存|盘点|盘存)[^\\d]{0,8})%1$s|%1$s(?=[^\\d\\p{IsHan}]{0,4}(?:期初|结存|库存|盘存)))"
            .formatted("(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})"));

    private final ItemService items;
    private final ItemRemoval removal;
    private final WarehouseService warehouses;
    private final OpeningService openings;
    private final Shelves shelves;
    private final Duties duties;
    private final Terms terms;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    ItemsTemplate(ItemService items, ItemRemoval removal, WarehouseService warehouses, OpeningService openings, Shelves shelves, Duties duties, Terms terms, Messages messages, Tenancy tenancy, Clock clock) {
        this.items = items;
        this.removal = removal;
        this.warehouses = warehouses;
        this.openings = openings;
        this.shelves = shelves;
        this.duties = duties;
        this.terms = terms;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "items";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.STOREKEEPER, Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("category", true, Kind.TEXT, List.of("类别", "分类", "物资类别", "大类", "category")).mayLackWhenCalled(),
                new Field("code", true, Kind.CODE, List.of("编号", "编码", "物资编号", "物品编码", "物资编码", "货号", "code")).mayLackWhenCalled(),
                new Field("name", true, Kind.TEXT, List.of("品名", "名称", "物品名称", "物资名称", "item", "name", "物资")),
                new Field("spec", false, Kind.TEXT, List.of("规格型号", "规格", "型号", "spec", "specification")),
                new Field("unit", true, Kind.TEXT, List.of("单位", "计量单位", "unit")),
                new Field("quantity", false, Kind.NUMBER, List.of("期初数量", "数量", "库存", "库存数量", "结存", "结存数量", "期初库存", "quantity", "现有数量", "现存数量", "实有数量", "库存量")),
                new Field("price", false, Kind.NUMBER, List.of("单价", "单价（元）", "price", "unit price")),
                new Field("amount", false, Kind.MONEY, List.of("金额", "期初金额", "金额（元）", "amount")),
                new Field("minimum", false, Kind.NUMBER, List.of("最低库存", "安全库存", "库存下限", "minimum", "最低存量", "警戒库存")),
                new Field("warehouse", false, Kind.TEXT, List.of("仓库", "库房", "warehouse")),
                new Field("shelf", false, Kind.TEXT, List.of("货位", "货架", "架位", "存放位置", "shelf")),
                new Field("units", false, Kind.TEXT, List.of("换算", "包装", "包装换算", "packing")),
                new Field("aliases", false, Kind.TEXT, List.of("别名", "俗称", "alias")),
                new Field("day", false, Kind.DATE, List.of("期初日期", "结存日期", "opened on")).fromTitle(AS_OF),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "note", "remark")));
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var day = openingDay(rows);
            var taking = new Taking();
            var written = new IdentityHashMap<Row, Row>();
            var outcomes = taking.whole(rows, written).stream().flatMap(row -> taken(row, taking.judge(row, actor, day))).toList();
            taking.places.forEach((warehouse, places) -> shelves.place(actor, warehouse, places));
            taking.openings.forEach((warehouse, lines) -> taking.opened.get(warehouse).add(openings.post(actor, warehouse, day, lines)));
            return outcomes.stream().map(taking::withOpened).map(o -> new Outcome(written.get(o.row()), o.verdict(), o.field(), o.key(), o.args(), o.made(), o.opened())).toList();
        });
    }

    /** An item that is said to lie there less than nothing is in the catalogue from now on, and its row still is for a person to look at. */
    private static Stream<Outcome> taken(Row row, Outcome outcome) {
        var isTaken = outcome.verdict() == Verdict.ACCEPTED || outcome.verdict() == Verdict.WARNING;
        return isTaken ? Stream.concat(Stream.ofNullable(OpeningRow.belowNothing(row)), Stream.of(outcome)) : Stream.of(outcome);
    }

    /** Openings go back as red documents, items that no card had go; an item that posted documents speak of is no longer in use. */
    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var reason = messages.say("stores.import-taken-back");
            for (var opening : WorkRef.ids(made, "stores.receipt")) {
                var dependents = openings.takeBack(actor, opening, reason);
                if (!dependents.isEmpty()) return dependents;
            }
            return removal.remove(actor, WorkRef.ids(made, "stores.item"), WorkRef.ids(made, "stores.category"));
        });
    }

    /** What the list says; else the first day of the term we are in or, between terms, of the last that has begun; without terms, of this month. */
    private LocalDate openingDay(List<Row> rows) {
        var today = LocalDate.now(clock);
        var said = rows.stream().map(r -> r.day("day")).filter(Objects::nonNull).distinct().toList();
        if (said.size() == 1 && !said.getFirst().isAfter(today)) return said.getFirst();
        return terms.all().stream().filter(t -> !t.startsOn().isAfter(today)).map(Term::startsOn).findFirst().orElse(today.withDayOfMonth(1));
    }

    /** One file being taken in: what the catalogue knows by now, and what is to be opened where. */
    private final class Taking {
        private final Map<String, Known> byCode = new HashMap<>();
        private final Map<String, String> codeByName = new HashMap<>();
        private final Map<String, UUID> warehouseByName = new HashMap<>();
        private final Map<String, UUID> categories = new HashMap<>();
        private final Map<UUID, List<ReceiptContent.Line>> openings = new LinkedHashMap<>();
        /** By warehouse: on which shelf each item lies. */
        private final Map<UUID, Map<UUID, String>> places = new LinkedHashMap<>();
        /** By warehouse: the opening that is posted at the end, said of the first row that lies in it. */
        private final Map<UUID, List<WorkRef>> opened = new HashMap<>();
        private final Map<Row, UUID> firstOf = new HashMap<>();
        private int given;
        /** Categories that were made and not yet said of a row. */
        private final List<WorkRef> made = new ArrayList<>();

        Taking() {
            items.all().forEach(i -> know(new Known(i.id(), i.name(), i.spec(), i.unit(), null, !i.active()), i.code()));
            items.categories().forEach(c -> categories.put(c.name(), c.id()));
            warehouses.all().forEach(w -> warehouseByName.put(w.name(), w.id()));
        }

        /**
         * A list that has no codes or categories at all gets them: an item that is known by name its own, a new one the next that is free.
         * Where only some are missing, they were forgotten.
         *
         * @param written for each row made whole, what stood there
         */
        List<Row> whole(List<Row> rows, Map<Row, Row> written) {
            var coded = rows.stream().filter(r -> r.get("code") != null).map(Row::sheet).collect(Collectors.toSet());
            var sorted = rows.stream().filter(r -> r.get("category") != null).map(Row::sheet).collect(Collectors.toSet());
            return rows.stream().map(row -> {
                var cells = new HashMap<>(row.cells());
                if (!coded.contains(row.sheet()) && row.get("name") != null) cells.put("code", codeByName.computeIfAbsent(nameKey(row.get("name"), row.get("spec")), n -> nextCode()));
                if (!sorted.contains(row.sheet())) cells.put("category", messages.say("stores.category.none"));
                var whole = new Row(row.sheet(), row.number(), row.column(), cells);
                written.put(whole, row);
                return whole;
            }).toList();
        }

        private String nextCode() {
            String code;
            do code = "W%04d".formatted(++given); while (byCode.containsKey(code));
            return code;
        }

        Outcome judge(Row row, Actor actor, LocalDate day) {
            var problem = OpeningRow.problem(row);
            if (problem != null) return problem;
            var read = OpeningRow.of(row);
            var known = byCode.get(read.code());
            var name = nameKey(read.name(), read.spec());
            if (known != null && !nameKey(known.name(), known.spec()).equals(name)) {
                return Outcome.of(Verdict.PROBLEM, row, "code", "import.items.code-taken", read.code(), known.name());
            }
            if (known == null && !read.code().equals(codeByName.getOrDefault(name, read.code()))) return Outcome.of(Verdict.PROBLEM, row, "name", "import.items.name-taken", read.name(), codeByName.get(name));
            if (known != null && !known.unit().equals(read.unit())) return Outcome.of(Verdict.PROBLEM, row, "unit", "import.items.other-unit", read.name(), known.unit());
            var warehouse = warehouse(read.warehouse(), actor, day);
            if (warehouse == null) return Outcome.of(Verdict.PROBLEM, row, "warehouse", "import.items.no-such-warehouse", Objects.requireNonNullElse(read.warehouse(), ""));
            if (known != null && (known.row() != null || read.quantity() == null && !known.retired() || ItemsTemplate.this.openings.hasMoved(warehouse, known.id()))) {
                return Outcome.of(Verdict.DUPLICATE, row, "code", known.row() == null ? "import.items.there-already" : "import.items.twice", read.code(), known.row() == null ? "" : known.row());
            }
            var id = known == null ? create(read, actor) : known.id();
            if (known != null && known.retired()) removal.revive(actor, id, read.code());
            know(new Known(id, read.name(), read.spec(), read.unit(), row.number(), false), read.code());
            if (row.get("shelf") != null) places.computeIfAbsent(warehouse, w -> new LinkedHashMap<>()).put(id, row.get("shelf"));
            if (read.quantity() != null) open(row, warehouse, new ReceiptContent.Line(id, read.unit(), read.quantity(), read.price(), read.price() == null ? read.amount() : null));
            var outcome = read.amountDisagrees() ? Outcome.of(Verdict.WARNING, row, "amount", "import.items.amount-disagrees", read.amount(), read.worth()) : Outcome.accepted(row);
            return known == null || known.retired() ? outcome.made(new WorkRef("stores.item", id, read.code())).opened(said()) : outcome;
        }

        private void open(Row row, UUID warehouse, ReceiptContent.Line line) {
            openings.computeIfAbsent(warehouse, w -> {
                opened.put(w, new ArrayList<>());
                firstOf.put(row, w);
                return new ArrayList<>();
            }).add(line);
        }

        private List<WorkRef> said() {
            var all = List.copyOf(made);
            made.clear();
            return all;
        }

        private Outcome withOpened(Outcome outcome) {
            var warehouse = firstOf.get(outcome.row());
            return warehouse == null ? outcome : outcome.opened(Stream.concat(outcome.opened().stream(), opened.get(warehouse).stream()).toList());
        }

        private UUID create(OpeningRow read, Actor actor) {
            var category = categories.computeIfAbsent(read.category(), name -> {
                var opened = items.category(actor, name);
                made.add(new WorkRef("stores.category", opened.id(), opened.code()));
                return opened.id();
            });
            var id = items.create(actor, new NewItem(read.code(), read.name(), read.spec(), read.unit(), category, read.minimum(), read.aliases()));
            read.units().forEach((unit, factor) -> items.addUnit(actor, id, unit, factor));
            return id;
        }

        /** The one named, the only one there is, or a first one when there is none; null when the name is unknown. */
        private @Nullable UUID warehouse(@Nullable String name, Actor actor, LocalDate day) {
            if (name != null && (warehouseByName.containsKey(name) || !warehouseByName.isEmpty())) return warehouseByName.get(name);
            if (warehouseByName.size() == 1) return only(warehouseByName.values());
            if (!warehouseByName.isEmpty()) return null;
            var title = name == null ? messages.say("stores.warehouse.first") : name;
            var keeper = keeper(actor);
            var id = warehouses.open(actor, "01", title, null, keeper, day);
            warehouseByName.put(title, id);
            return id;
        }

        /** Whoever imports, if he is a storekeeper; else the first who is. */
        private UUID keeper(Actor actor) {
            var keepers = duties.holders(Duty.STOREKEEPER, LocalDate.now(clock)).stream().map(e -> e.id()).toList();
            return keepers.isEmpty() || keepers.contains(actor.employeeId()) ? actor.employeeId() : keepers.getFirst();
        }

        private void know(Known item, String code) {
            byCode.put(code, item);
            codeByName.put(nameKey(item.name(), item.spec()), code);
        }

        private static UUID only(Collection<UUID> ids) {
            return ids.iterator().next();
        }

        private static String nameKey(String name, @Nullable String spec) {
            return name + " " + (spec == null ? "" : spec);
        }
    }

    /**
     * @param row     of this file; null for an item that was there before
     * @param retired whether it is no longer in use, as after an import that was taken back
     */
    private record Known(UUID id, String name, @Nullable String spec, String unit, @Nullable Integer row, boolean retired) {}
}
