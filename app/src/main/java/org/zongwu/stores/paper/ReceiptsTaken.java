package org.zongwu.stores.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.ImportTemplate.Field;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;
import org.zongwu.parties.Parties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.PaperReceipts;
import org.zongwu.stores.stock.PaperCards;
import org.zongwu.stores.stock.PaperStock;

/** One file of old receipts being taken in. */
final class ReceiptsTaken {
    /** Nobody wrote down what the goods were paid from, so they are owed until the payment comes in too. */
    private static final Funding FUNDING = Funding.CREDIT;
    private static final Pattern ASSET = Pattern.compile("固定资产|另登台账|校产|另登资产");
    private static final Pattern SEVERAL = Pattern.compile("[、,，;；/]");
    private static final BigDecimal A_FEN = new BigDecimal("0.01");

    private final Actor actor;
    private final PaperItems items;
    private final PaperSlips slips;
    private final PaperReceipts receipts;
    private final PaperStock stock;
    private final Parties parties;
    private final People people;
    private final Map<String, Optional<Parties.Party>> partyByName = new HashMap<>();

    ReceiptsTaken(Actor actor, PaperItems items, PaperSlips slips, PaperReceipts receipts, PaperStock stock, Parties parties, People people) {
        this.actor = actor;
        this.items = items;
        this.slips = slips;
        this.receipts = receipts;
        this.stock = stock;
        this.parties = parties;
        this.people = people;
    }

    private record Goods(PaperSlips.Line line, UUID warehouseId, BigDecimal price, Money amount) implements PaperSlips.Goods {}

    List<Outcome> take(List<Row> rows, List<Field> fields) {
        var goods = PaperSlips.<Goods>read(rows, row -> read(row, fields));
        once(goods);
        var bySlip = slips.bySlip(goods);
        bySlip.values().forEach(this::oneDay);
        var suppliers = new HashMap<String, UUID>();
        bySlip.forEach((key, of) -> {
            var supplier = supplier(of);
            if (supplier != null) suppliers.put(key, supplier);
        });
        var posted = new IdentityHashMap<Row, WorkRef>();
        slips.standing(goods).collect(Collectors.groupingBy(Goods::warehouseId, LinkedHashMap::new, Collectors.toList()))
                .forEach((warehouse, of) -> post(warehouse, of, suppliers, posted));
        return slips.outcomes(rows, posted);
    }

    private @Nullable Goods read(Row row, List<Field> fields) {
        if (slips.isFlawed(row, fields)) return null;
        var count = PaperItems.quantity(row.number("quantity"));
        if (count == null || count.value().signum() == 0) return slips.no(row, "quantity", "import.flaw.NUMBER", String.valueOf(row.get("quantity")));
        var amount = amount(row, count);
        if (amount == null) return null;
        var item = items.find(row.get("code"), row.get("item"), row.get("spec"));
        if (item == null) {
            if (row.get("note") != null && ASSET.matcher(row.get("note")).find()) slips.warning(row, "item", "import.receipts.asset");
            else slips.problem(row, "item", "import.paper.no-such-item", label(row));
            return null;
        }
        var factor = items.factor(item, row.get("unit"), row.get("note"));
        if (factor == null) return slips.no(row, "unit", "import.paper.no-such-unit", item.label(), String.valueOf(row.get("unit")), item.unit());
        var warehouse = slips.warehouse(row.get("warehouse"));
        if (warehouse == null) return slips.no(row, "warehouse", "import.items.no-such-warehouse", Objects.requireNonNullElse(row.get("warehouse"), ""));
        var unit = Objects.requireNonNullElse(row.get("unit"), item.unit());
        var price = row.number("price") == null ? amount.yuan().divide(count.value(), 6, RoundingMode.HALF_UP) : row.number("price").setScale(6, RoundingMode.HALF_UP);
        var no = PaperSlips.number(row.get("no"));
        var red = count.isPositive() ? "" : " red " + row.day("day");
        var key = no == null ? row.day("day") + " " + row.get("supplier") + " " + row.get("invoice") + red : no + red;
        return new Goods(new PaperSlips.Line(row, key, no, row.day("day"), item, unit, count, count.times(factor)), warehouse, price, amount);
    }

    static String label(Row row) {
        return row.get("spec") == null ? String.valueOf(row.get("item")) : row.get("item") + " " + row.get("spec");
    }

    /** As written, when the price says the same to the fen; what the price says, when nothing else is written. */
    private @Nullable Money amount(Row row, Quantity count) {
        var written = row.number("amount");
        var price = row.number("price");
        if (written == null && price == null) {
            return slips.no(row, "price", "import.items.no-price");
        }
        var worth = price == null ? null : Money.of(count, price.setScale(6, RoundingMode.HALF_UP));
        var amount = written == null ? worth : Money.ofYuan(written.setScale(2, RoundingMode.HALF_UP));
        if (worth != null && amount.yuan().subtract(worth.yuan()).abs().compareTo(A_FEN) > 0) {
            return slips.no(row, "amount", "import.receipts.amount.disagrees", amount, worth, amount.minus(worth));
        }
        if (amount.isZero() || amount.isNegative() == count.isPositive()) {
            return slips.no(row, "amount", "import.items.no-price");
        }
        return amount;
    }

    /** The same line twice in the file, and slips that are there already. */
    private void once(List<Goods> goods) {
        var known = receipts.known(goods.stream().map(g -> g.line().no()).filter(Objects::nonNull).collect(Collectors.toSet()));
        var unnumbered = goods.stream().map(Goods::line).filter(l -> l.no() == null).map(PaperSlips.Line::day).collect(Collectors.toSet());
        var came = unnumbered.isEmpty() ? Map.<PaperReceipts.Came, String>of() : receipts.came(unnumbered);
        var seen = new HashMap<String, Row>();
        for (var g : goods) {
            var l = g.line();
            if (slips.isTwice(seen, l.key() + " " + l.item().id() + " " + l.unit() + " " + l.count() + " " + g.amount(), g.row())) continue;
            var same = l.no() != null ? null : came.get(new PaperReceipts.Came(l.day(), l.item().id(), l.quantity(), g.amount()));
            if (same != null) {
                slips.duplicate(g.row(), "item", "import.paper.there-like", same);
                continue;
            }
            var there = l.no() == null || l.isRed() ? null : known.get(l.no());
            if (there == null || there.reversed()) continue;
            if (there.imported() && there.goods().containsKey(l.item().id())) {
                slips.duplicate(g.row(), "no", "import.paper.there-already", l.no());
            } else slips.problem(g.row(), "no", "import.paper.number-taken", l.no());
        }
    }

    private void oneDay(List<Goods> slip) {
        var first = slip.getFirst();
        for (var g : slip) if (!g.day().equals(first.day())) slips.problem(g.row(), "day", "import.paper.two-days", String.valueOf(g.line().no()), first.day());
    }

    /** The one supplier of a slip, however its lines write the name. */
    private @Nullable UUID supplier(List<Goods> slip) {
        var certain = slip.stream().map(g -> known(g.row())).flatMap(Optional::stream).findFirst();
        var party = certain.or(() -> alike(slip.getFirst().row())).orElse(null);
        for (var g : slip) {
            var called = known(g.row());
            if (party == null) slips.problem(g.row(), "supplier", "import.receipts.no-supplier", String.valueOf(g.row().get("supplier")));
            else if (called.isEmpty()) slips.warning(g.row(), "supplier", "import.receipts.supplier-alike", String.valueOf(g.row().get("supplier")), party.name());
            else if (!called.get().id().equals(party.id())) slips.problem(g.row(), "supplier", "import.receipts.two-suppliers", String.valueOf(g.line().no()), party.name());
        }
        return party == null ? null : party.id();
    }

    private Optional<Parties.Party> known(Row row) {
        return partyByName.computeIfAbsent(String.valueOf(row.get("supplier")), parties::named);
    }

    private Optional<Parties.Party> alike(Row row) {
        var alike = parties.like(String.valueOf(row.get("supplier")), null);
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private void post(UUID warehouse, List<Goods> goods, Map<String, UUID> suppliers, Map<Row, WorkRef> posted) {
        var cards = stock.hold(warehouse, goods.stream().map(g -> g.line().item().id()).collect(Collectors.toSet()));
        // In the order of the days, and on one day first what came: goods that go back were there before
        var inOrder = goods.stream().sorted(Comparator.comparing(Goods::day).thenComparing(g -> g.line().isRed())).toList();
        for (var g : inOrder) {
            var item = g.line().item();
            if (!slips.isOpen(g.row(), g.day(), cards, item.id())) continue;
            if (!cards.fits(item.id(), g.day(), g.line().quantity())) notEnough(g.row(), cards, g.line());
        }
        var standing = slips.bySlip(inOrder);
        var numbers = new PaperNumbers(standing.values().stream().map(of -> of.getFirst().line().no()).filter(Objects::nonNull).collect(Collectors.toSet()), receipts::taken);
        var all = standing.entrySet().stream().map(e -> slip(e.getValue(), suppliers.get(e.getKey()), numbers)).toList();
        var made = receipts.post(actor, cards, warehouse, all);
        var at = 0;
        for (var of : standing.values()) {
            var ref = made.get(at++);
            of.forEach(g -> posted.put(g.row(), ref));
        }
    }

    private void notEnough(Row row, PaperCards cards, PaperSlips.Line line) {
        slips.problem(row, "quantity", "import.paper.not-enough", line.item().label(), line.day(), cards.left(line.item().id(), line.day()), line.quantity().negated(), line.item().unit());
    }

    private PaperReceipts.Slip slip(List<Goods> of, UUID supplier, PaperNumbers numbers) {
        var first = of.getFirst().row();
        var remarks = new LinkedHashSet<String>();
        of.stream().map(g -> g.row().get("note")).filter(Objects::nonNull).forEach(remarks::add);
        var buyer = person(first(of, "buyer"), remarks);
        var signers = Stream.concat(SEVERAL.splitAsStream(Objects.requireNonNullElse(first(of, "acceptor"), "")), Stream.ofNullable(first(of, "second")))
                .filter(n -> !n.isBlank()).map(n -> person(n, remarks)).filter(Objects::nonNull).distinct().toList();
        if (buyer != null && signers.contains(buyer)) slips.warning(first, "acceptor", "import.receipts.buyer-accepts");
        var line = of.getFirst().line();
        return new PaperReceipts.Slip(line.no() == null ? null : numbers.of(line.no(), line.isRed()), line.day(), FUNDING, supplier, buyer, signers.isEmpty() ? null : signers.getFirst(),
                signers.size() < 2 ? null : signers.get(1), first(of, "invoice"), remarks.isEmpty() ? null : String.join("；", remarks),
                of.stream().map(g -> new PaperReceipts.Line(g.line().item().id(), g.line().unit(), g.line().count(), g.line().quantity(), g.price(), g.amount())).toList());
    }

    private static @Nullable String first(List<Goods> of, String field) {
        return of.stream().map(g -> g.row().get(field)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Who is meant; somebody whom the records do not know stays in the remark. */
    private @Nullable UUID person(@Nullable String name, Set<String> remarks) {
        if (name == null || name.isBlank()) return null;
        var called = people.named(name);
        if (called.isEmpty()) remarks.add(name.strip());
        return called.stream().findFirst().map(Employee::id).orElse(null);
    }
}
