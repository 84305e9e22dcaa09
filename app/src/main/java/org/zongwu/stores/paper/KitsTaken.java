package org.zongwu.stores.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Field;
import org.zongwu.kernel.ImportTemplate.Note;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.SchoolClass;
import org.zongwu.school.Terms;
import org.zongwu.stores.issue.PaperIssues;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.kit.PaperHandouts;
import org.zongwu.stores.stock.PaperStock;
import org.zongwu.stores.stock.StockService;

/** One list of what the classes were handed being taken in; each row is one cell of it. */
final class KitsTaken {
    private final Actor actor;
    private final PaperItems items;
    private final PaperSlips slips;
    private final PaperPeople people;
    private final PaperIssues issues;
    private final PaperHandouts handouts;
    private final PaperStock paper;
    private final StockService stock;
    private final Terms terms;
    /** By heading; with the number of those that go by that name. */
    private final Map<String, Meant> meant = new HashMap<>();

    KitsTaken(Actor actor, PaperItems items, PaperSlips slips, PaperPeople people, PaperIssues issues, PaperHandouts handouts, PaperStock paper, StockService stock, Terms terms) {
        this.actor = actor;
        this.items = items;
        this.slips = slips;
        this.people = people;
        this.issues = issues;
        this.handouts = handouts;
        this.paper = paper;
        this.stock = stock;
        this.terms = terms;
    }

    /** What a heading means: of several of one name the one that most lies there of, which is said. */
    private record Meant(@Nullable Item item, String name, int among) {}

    /**
     * @param receiver who signed; null for somebody whom the records do not know, as a pupil
     * @param answers  for the class: its head teacher, else who signed
     */
    private record Goods(PaperSlips.Line line, SchoolClass to, @Nullable Employee receiver, Employee answers) implements PaperSlips.Goods {}

    List<Outcome> take(List<Row> rows, List<Note> notes, List<Field> fields) {
        var warehouse = slips.warehouse(null);
        var goods = PaperSlips.<Goods>read(rows, row -> read(row, fields, warehouse));
        if (warehouse == null || goods.isEmpty()) return slips.outcomes(rows, Map.of());
        once(goods);
        var cards = paper.hold(warehouse, goods.stream().map(g -> g.line().item().id()).collect(Collectors.toSet()));
        slips.standing(goods).sorted(Comparator.comparing(Goods::day)).toList().forEach(g -> slips.requireRoom(g, cards));
        var bySheet = new LinkedHashMap<String, Map<UUID, List<Goods>>>();
        slips.standing(goods).sorted(Comparator.comparing(Goods::day))
                .forEach(g -> bySheet.computeIfAbsent(g.row().sheet(), s -> new LinkedHashMap<>()).computeIfAbsent(g.to().id(), c -> new ArrayList<>()).add(g));
        var all = new ArrayList<PaperIssues.Slip>();
        var of = new ArrayList<List<Goods>>();
        var opened = new IdentityHashMap<Row, WorkRef>();
        bySheet.forEach((sheet, byClass) -> {
            var handout = handout(sheet, notes, byClass, warehouse, all, of);
            opened.put(byClass.values().iterator().next().getFirst().row(), handout);
        });
        var made = issues.post(actor, cards, warehouse, all);
        var posted = new IdentityHashMap<Row, WorkRef>();
        for (var i = 0; i < of.size(); i++) for (var g : of.get(i)) posted.put(g.row(), made.get(i));
        return slips.outcomes(rows, posted).stream().map(outcome -> opened.containsKey(outcome.row()) ? outcome.opened(List.of(opened.get(outcome.row()))) : outcome).toList();
    }

    private @Nullable Goods read(Row row, List<Field> fields, @Nullable UUID warehouse) {
        if (slips.isFlawed(row, fields.stream().filter(f -> !f.name().equals("quantity")).toList())) return null;
        if (warehouse == null) return slips.no(row, "item", "import.items.no-such-warehouse", "");
        var day = Objects.requireNonNull(row.day("day"));
        var heading = String.valueOf(row.get("item"));
        var count = PaperItems.quantity(number(row, heading));
        if (count == null || !count.isPositive()) return slips.no(row, "quantity", "import.flaw.NUMBER", String.valueOf(row.get("quantity")));
        var isFirst = !meant.containsKey(heading);
        var thing = meant.computeIfAbsent(heading, h -> meant(h, warehouse));
        if (thing.item() == null) return slips.no(row, "item", "import.paper.no-such-item", thing.name());
        var to = people.schoolClass(row.get("class"), day).orElse(null);
        if (to == null) return slips.no(row, "class", "import.students.no-class");
        var signer = String.valueOf(row.get("receiver"));
        var head = to.headTeacherId() == null ? null : people.employee(to.headTeacherId());
        var receiver = PaperPeople.isForAnother(signer) ? head : people.named(signer, null).orElse(null);
        var answers = head == null ? receiver : head;
        if (answers == null) return slips.no(row, "receiver", "import.issues.nobody", PaperPeople.tidy(signer), "");
        if (isFirst && thing.among() > 1) slips.warning(row, "item", "import.kits.one-of", thing.among(), thing.name(), thing.item().label());
        return new Goods(new PaperSlips.Line(row, to.id().toString(), null, day, thing.item(), thing.item().unit(), count, count), to, receiver, answers);
    }

    /** The thing stands at the end of the heading, behind the name of its group. */
    private Meant meant(String heading, UUID warehouse) {
        var read = KitsTemplate.THING.matcher(heading.strip());
        var words = read.matches() ? read.group(1).strip() : heading;
        for (var from = 0; from < words.length(); from++) {
            var name = words.substring(from).strip();
            var called = items.called(name).stream().filter(i -> !read.matches() || i.unit().equals(read.group(2))).toList();
            if (called.isEmpty()) continue;
            var most = called.stream().max(Comparator.comparing((Item i) -> stock.onHand(warehouse, i.id()).quantity()).thenComparing(Item::code, Comparator.reverseOrder()));
            return new Meant(most.orElseThrow(), name, called.size());
        }
        return new Meant(null, words, 0);
    }

    /** A class that was handed the same on the same day came in before. */
    private void once(List<Goods> goods) {
        var known = issues.handed(goods.stream().map(g -> g.to().id()).collect(Collectors.toSet()));
        for (var g : goods) {
            var l = g.line();
            if (known.contains(new PaperIssues.Handed(g.to().id(), l.day(), l.item().id(), l.quantity()))) {
                slips.duplicate(g.row(), "class", "import.kits.there-already", g.to().title(), l.day());
            }
        }
    }

    private WorkRef handout(String sheet, List<Note> notes, Map<UUID, List<Goods>> byClass, UUID warehouse, List<PaperIssues.Slip> all, List<List<Goods>> of) {
        var parts = new ArrayList<PaperHandouts.Part>();
        var slipsOfAll = new LinkedHashMap<UUID, List<Goods>>();
        byClass.forEach((to, goods) -> {
            var id = Ids.next();
            parts.add(new PaperHandouts.Part(to, goods.getFirst().answers().id(), id));
            slipsOfAll.put(id, goods);
        });
        var everything = byClass.values().stream().flatMap(List::stream).toList();
        var first = everything.stream().map(g -> g.day()).min(LocalDate::compareTo).orElseThrow();
        var due = terms.on(first).map(t -> t.opensOn()).orElseGet(() -> everything.stream().map(g -> g.day()).max(LocalDate::compareTo).orElseThrow());
        var handout = handouts.open(actor, name(sheet, notes), warehouse, first, due, parts, everything.stream().map(g -> g.line().item().id()).collect(Collectors.toSet()));
        slipsOfAll.forEach((id, goods) -> {
            var g = goods.getFirst();
            all.add(new PaperIssues.Slip(id, null, g.day(), g.receiver() == null ? null : g.receiver().id(), PaperPeople.tidy(signer(g)), g.answers().departmentId(), g.to().id(), Purpose.TEACHING, null,
                    handout.id(), remark(g), goods.stream().map(x -> new PaperIssues.Line(x.line().item().id(), x.line().unit(), x.line().count(), x.line().quantity())).toList()));
            of.add(goods);
        });
        return handout;
    }

    private static String signer(Goods g) {
        return String.valueOf(g.row().get("receiver"));
    }

    /** Who signed for another stays to be read. */
    private static @Nullable String remark(Goods g) {
        var note = g.row().get("note");
        if (!PaperPeople.isForAnother(signer(g))) return note;
        return note == null ? signer(g) : signer(g) + "；" + note;
    }

    /** A count may carry the unit of its heading: 4卷. */
    private static @Nullable BigDecimal number(Row row, String heading) {
        var read = KitsTemplate.THING.matcher(heading.strip());
        var text = row.get("quantity");
        if (text == null || !read.matches() || !text.endsWith(read.group(2))) return row.number("quantity");
        return new Row(row.sheet(), row.number(), Map.of("quantity", text.substring(0, text.length() - read.group(2).length()).strip())).number("quantity");
    }

    /** What the list calls itself: its title, else its sheet. */
    private static String name(String sheet, List<Note> notes) {
        return notes.stream().filter(n -> n.sheet().equals(sheet)).min(Comparator.comparing(Note::number)).map(n -> n.text().strip()).filter(t -> !t.isEmpty() && t.length() < 60).orElse(sheet);
    }
}
