package org.zongwu.stores.paper;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Field;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.SchoolClass;
import org.zongwu.stores.issue.PaperIssues;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.stock.PaperStock;

/** One file of old issues being taken in. */
final class IssuesTaken {
    private static final Pattern TEACHING = Pattern.compile("教学|上课|课|实验|教研|备课|训练");
    private static final int LONGEST_REMARK = 200;

    private final Actor actor;
    private final PaperItems items;
    private final PaperSlips slips;
    private final PaperPeople people;
    private final PaperIssues issues;
    private final PaperStock stock;

    IssuesTaken(Actor actor, PaperItems items, PaperSlips slips, PaperPeople people, PaperIssues issues, PaperStock stock) {
        this.actor = actor;
        this.items = items;
        this.slips = slips;
        this.people = people;
        this.issues = issues;
        this.stock = stock;
    }

    /**
     * @param receiver who took it; null for somebody whom the records do not know
     * @param to       the class that it was for; null for a department
     */
    private record Goods(PaperSlips.Line line, UUID warehouseId, @Nullable Employee receiver, String name, UUID departmentId, @Nullable SchoolClass to) implements PaperSlips.Goods {}

    List<Outcome> take(List<Row> rows, List<Field> fields) {
        var goods = PaperSlips.<Goods>read(rows, row -> read(row, fields));
        once(goods);
        var bySlip = slips.bySlip(goods);
        bySlip.values().forEach(this::oneDayAndReceiver);
        var posted = new IdentityHashMap<Row, WorkRef>();
        slips.standing(goods).collect(Collectors.groupingBy(Goods::warehouseId, LinkedHashMap::new, Collectors.toList()))
                .forEach((warehouse, of) -> post(warehouse, of, posted));
        return slips.outcomes(rows, posted);
    }

    private @Nullable Goods read(Row row, List<Field> fields) {
        if (slips.isFlawed(row, fields)) return null;
        var day = Objects.requireNonNull(row.day("day"));
        var count = PaperItems.quantity(row.number("quantity"));
        if (count == null || count.value().signum() == 0) return slips.no(row, "quantity", "import.flaw.NUMBER", String.valueOf(row.get("quantity")));
        var item = items.find(row.get("code"), row.get("item"), row.get("spec"));
        if (item == null) return slips.no(row, "item", "import.paper.no-such-item", ReceiptsTaken.label(row));
        var factor = items.factor(item, row.get("unit"), row.get("note"));
        if (factor == null) return slips.no(row, "unit", "import.paper.no-such-unit", item.label(), String.valueOf(row.get("unit")), item.unit());
        var warehouse = slips.warehouse(row.get("warehouse"));
        if (warehouse == null) return slips.no(row, "warehouse", "import.items.no-such-warehouse", Objects.requireNonNullElse(row.get("warehouse"), ""));
        var to = people.schoolClass(row.get("department"), day).orElse(null);
        var name = PaperPeople.tidy(String.valueOf(row.get("receiver")));
        if (people.isAmbiguous(name, row.get("department"))) return slips.no(row, "receiver", "import.issues.several", name);
        var receiver = people.named(name, row.get("department")).orElse(null);
        var department = receiver == null ? people.department(row.get("department"), day) : receiver.departmentId();
        if (department == null) return slips.no(row, "receiver", "import.issues.nobody", name, Objects.requireNonNullElse(row.get("department"), ""));
        if (receiver == null) slips.warning(row, "receiver", "import.issues.unknown", name);
        else if (!receiver.inService()) slips.warning(row, "receiver", "import.issues.left", name);
        var no = PaperSlips.number(row.get("no"));
        var red = count.isPositive() ? "" : " red";
        var key = (no == null ? day + " " + name + " " + row.get("department") : no) + red;
        return new Goods(new PaperSlips.Line(row, key, no, day, item, Objects.requireNonNullElse(row.get("unit"), item.unit()), count, count.times(factor)), warehouse, receiver, name, department, to);
    }

    /** The same line twice in the file, and slips that are there already. */
    private void once(List<Goods> goods) {
        var known = issues.known(goods.stream().map(g -> g.line().no()).filter(Objects::nonNull).collect(Collectors.toSet()));
        var unnumbered = goods.stream().filter(g -> g.line().no() == null).map(Goods::day).collect(Collectors.toSet());
        var given = unnumbered.isEmpty() ? Map.<PaperIssues.Given, String>of() : issues.given(unnumbered);
        var seen = new HashMap<String, Row>();
        for (var g : goods) {
            var l = g.line();
            if (slips.isTwice(seen, l.key() + " " + l.item().id() + " " + l.unit() + " " + l.count(), g.row())) continue;
            var same = l.no() != null ? null : given.get(new PaperIssues.Given(g.day(), g.receiver() == null ? g.name() : g.receiver().id().toString(), l.item().id(), l.quantity()));
            if (same != null) {
                slips.duplicate(g.row(), "item", "import.paper.there-like", same);
                continue;
            }
            var there = l.no() == null ? null : known.get(l.no());
            if (there == null || there.reversed()) continue;
            if (there.imported() && there.goods().containsKey(l.item().id())) {
                slips.duplicate(g.row(), "no", "import.paper.there-already", l.no());
            } else slips.problem(g.row(), "no", "import.paper.number-taken", l.no());
        }
    }

    private void oneDayAndReceiver(List<Goods> slip) {
        var first = slip.getFirst();
        for (var g : slip) {
            if (!g.day().equals(first.day())) slips.problem(g.row(), "day", "import.paper.two-days", String.valueOf(g.line().no()), first.day());
            else if (!g.name().equals(first.name())) slips.problem(g.row(), "receiver", "import.issues.two-receivers", String.valueOf(g.line().no()), first.name());
        }
    }

    private void post(UUID warehouse, List<Goods> goods, Map<Row, WorkRef> posted) {
        var cards = stock.hold(warehouse, goods.stream().map(g -> g.line().item().id()).collect(Collectors.toSet()));
        // In the order of the days, and on one day first what came back
        var inOrder = goods.stream().sorted(Comparator.comparing(Goods::day).thenComparing(g -> !g.line().isRed())).toList();
        inOrder.forEach(g -> slips.requireRoom(g, cards));
        var standing = slips.bySlip(inOrder);
        var numbers = new PaperNumbers(standing.values().stream().map(of -> of.getFirst().line().no()).filter(Objects::nonNull).collect(Collectors.toSet()), issues::taken);
        var all = standing.values().stream().map(of -> slip(of, numbers)).toList();
        var made = issues.post(actor, cards, warehouse, all);
        var at = 0;
        for (var of : standing.values()) {
            var ref = made.get(at++);
            of.forEach(g -> posted.put(g.row(), ref));
        }
    }

    private PaperIssues.Slip slip(List<Goods> of, PaperNumbers numbers) {
        var first = of.getFirst();
        var giver = people.named(first.row().get("giver"), null).map(Employee::id).orElse(null);
        if (giver != null && first.receiver() != null && giver.equals(first.receiver().id())) of.forEach(g -> slips.warning(g.row(), "receiver", "import.issues.to-himself", first.name()));
        var no = first.line().no();
        return new PaperIssues.Slip(Ids.next(), no == null ? null : numbers.of(no, false), first.day(), first.receiver() == null ? null : first.receiver().id(), first.name(), first.departmentId(),
                first.to() == null ? null : first.to().id(), purpose(of), giver, null, remark(of),
                of.stream().map(g -> new PaperIssues.Line(g.line().item().id(), g.line().unit(), g.line().count(), g.line().quantity())).toList());
    }

    /** Of what most of the lines are for; a repair of old names no work order. */
    private static Purpose purpose(List<Goods> of) {
        var teaching = of.stream().filter(g -> g.row().get("purpose") != null && TEACHING.matcher(g.row().get("purpose")).find() && !g.row().get("purpose").contains("维修")).count();
        return 2 * teaching > of.size() ? Purpose.TEACHING : Purpose.ADMIN;
    }

    private static @Nullable String remark(List<Goods> of) {
        var words = new LinkedHashSet<String>();
        for (var g : of) for (var field : List.of("purpose", "note")) if (g.row().get(field) != null) words.add(g.row().get(field).strip());
        var all = String.join("；", words);
        return all.isEmpty() ? null : all.substring(0, Math.min(all.length(), LONGEST_REMARK));
    }
}
