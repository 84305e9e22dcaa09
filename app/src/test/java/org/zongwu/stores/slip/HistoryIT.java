package org.zongwu.stores.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.stores.Tables.LOT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.pricedifference.PriceDifferenceKind;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.returns.ReturnKind;
import org.zongwu.stores.scrap.ScrapKind;
import org.zongwu.stores.slip.PaperStore.Key;
import org.zongwu.stores.slip.PaperStore.Paper;
import org.zongwu.stores.slip.PaperStore.Place;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.supplierreturn.SupplierReturnKind;
import org.zongwu.stores.transfer.TransferKind;

/**
 * Random histories of all documents against {@link PaperStore}. The short form runs with every test; the long one by
 * {@code -Dzongwu.history.operations=10000 -Dzongwu.history.seeds=20}.
 */
class HistoryIT extends SlipOffice {
    private static final int OPERATIONS = Integer.getInteger("zongwu.history.operations", 90);
    private static final int SEEDS = Integer.getInteger("zongwu.history.seeds", 2);
    private static final int ITEMS = 4;

    @Autowired ReturnKind returns;
    @Autowired TransferKind transfers;
    @Autowired ScrapKind scraps;
    @Autowired SupplierReturnKind supplierReturns;
    @Autowired PriceDifferenceKind differences;

    private final List<UUID> goods = new ArrayList<>();
    private final List<UUID> places = new ArrayList<>();
    private final Map<Paper, Posted> posted = new HashMap<>();
    private final List<Paper> papers = new ArrayList<>();
    private Actor accountant;
    private PaperStore paper;
    private Random random;
    private int refusals;

    private record Posted(UUID id, String no, @Nullable SlipKind kind) {}

    static LongStream seeds() {
        return LongStream.range(1, 1 + SEEDS);
    }

    private void open(long seed) {
        openSchool();
        accountant = person("1008", "陈会", Duty.ACCOUNTANT);
        paper = new PaperStore(TODAY);
        random = new Random(seed);
        goods.clear();
        places.clear();
        for (var i = 0; i < ITEMS; i++) goods.add(item("010" + i, "物品" + i, "个"));
        places.add(warehouse);
        places.add(tenancy.<UUID>write(school, () -> warehouses.open(director, "02", "总务二库", null, keeper.employeeId(), LocalDate.of(2026, 1, 1))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_card_and_every_lot_says_what_the_paper_says(long seed) {
        open(seed);
        for (var n = 0; n < OPERATIONS; n++) {
            var place = new Place(random.nextInt(2), random.nextInt(ITEMS));
            step(place, 1 + random.nextInt(9_999));
            if (n % 25 == 0) compare();
        }
        compare();
        everythingHolds();
        System.err.println("HISTORY seed " + seed + ": " + papers.size() + " posted, " + refusals + " refused");
        assertThat(papers).hasSizeGreaterThan(OPERATIONS / 4);
    }

    private void step(Place place, long quantity) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> receive(place, quantity);
            case 3, 4 -> done(paper.issue(place, quantity), () -> issue(place, quantity));
            case 5 -> one("ISSUE").ifPresent(i -> done(paper.giveBack(i, quantity / 3 + 1), () -> slip(teacher, returns, SlipContent.of(posted.get(i).no(), TODAY,
                    of(i, quantity / 3 + 1)))));
            case 6 -> {
                var to = new Place(1 - place.warehouse(), place.item());
                done(paper.transfer(place, to, quantity), () -> slip(director, transfers, SlipContent.at(places.get(place.warehouse()), TODAY, of(place, quantity))
                        .target(places.get(to.warehouse()))));
            }
            case 7 -> done(paper.scrap(place, quantity / 2 + 1), () -> slip(director, scraps, SlipContent.at(places.get(place.warehouse()), TODAY, of(place,
                    quantity / 2 + 1)).because("BROKEN", "搬运时压坏")));
            case 8 -> one(random.nextBoolean() ? "RECEIPT" : "ESTIMATE").ifPresent(r -> fromReceipt(r, quantity / 2 + 1));
            default -> one(null).ifPresent(this::reverse);
        }
    }

    private void fromReceipt(Paper receipt, long quantity) {
        if (receipt.kind.equals("RECEIPT") || random.nextInt(3) == 0) {
            done(paper.sendBack(receipt, quantity), () -> slip(director, supplierReturns, SlipContent.of(posted.get(receipt).no(), TODAY, of(receipt, quantity))));
            return;
        }
        var fen = (long) random.nextInt(40_000);
        var line = new SlipContent.Line(goods.get(receipt.first().place().item()), "个", new Quantity(BigDecimal.valueOf(quantity, 3)), new Money(fen), null);
        done(paper.invoice(receipt, quantity, fen), () -> slip(accountant, differences, SlipContent.of(posted.get(receipt).no(), TODAY, line).paid("OWN", "TEACHING", "1")));
    }

    private void receive(Place place, long quantity) {
        var fen = 1L + random.nextInt(50_000);
        var lot = switch (random.nextInt(6)) {
            case 0 -> new Key("A", TODAY.minusDays(1));
            case 1 -> new Key("B", TODAY);
            case 2 -> new Key("C", null);
            default -> null;
        };
        var funding = random.nextInt(3) == 0 ? Funding.ESTIMATE : Funding.OWN;
        done(paper.receipt(funding == Funding.ESTIMATE ? "ESTIMATE" : "RECEIPT", place, quantity, fen, lot), () -> {
            var id = Ids.next();
            var line = new ReceiptContent.Line(goods.get(place.item()), "个", new Quantity(BigDecimal.valueOf(quantity, 3)), null, new Money(fen),
                    lot == null ? null : lot.no(), lot == null ? null : lot.expires());
            return new Posted(id, tenancy.<String>write(school, () -> {
                receipts.draft(keeper, id, new ReceiptContent(places.get(place.warehouse()), funding, supplier, buyer.employeeId(), TODAY, null, null,
                        director.employeeId(), acceptor.employeeId(), List.of(line)));
                receipts.submit(keeper, id, 1);
                receipts.accept(director, id, 2);
                receipts.accept(acceptor, id, 3);
                return receipts.post(keeper, id, TODAY);
            }), null);
        });
    }

    private Posted issue(Place place, long quantity) {
        var id = Ids.next();
        var line = new IssueContent.Line(goods.get(place.item()), "个", new Quantity(BigDecimal.valueOf(quantity, 3)));
        return new Posted(id, tenancy.<String>write(school, () -> {
            issues.draft(keeper, id, new IssueContent(places.get(place.warehouse()), teacher.employeeId(), null, TODAY, Purpose.TEACHING, null, List.of(line)));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
            return issues.post(keeper, id, TODAY);
        }), null);
    }

    private Posted slip(Actor second, SlipKind kind, SlipContent content) {
        var id = Ids.next();
        return new Posted(id, tenancy.<String>write(school, () -> {
            slips.draft(keeper, kind, id, content);
            slips.submit(keeper, kind, id, 1);
            slips.sign(second, kind, id, 2);
            return slips.post(keeper, kind, id, TODAY);
        }), kind);
    }

    /** What the paper refuses the stores refuse too, and nothing else; now and then it is taken back at once, and all is as it was. */
    private void done(@Nullable Paper expected, java.util.function.Supplier<Posted> work) {
        try {
            var made = work.get();
            assertThat(expected).as("the paper refuses %s", made.no()).isNotNull();
            posted.put(expected, made);
            papers.add(expected);
        } catch (RuleBroken refused) {
            assertThat(expected).as("refused by %s", refused.getMessage()).isNull();
            refusals++;
            return;
        }
        if (random.nextInt(8) == 0) {
            reverse(expected);
            assertThat(expected.reversed).as("what was just posted can be taken back").isTrue();
        }
    }

    private void reverse(Paper what) {
        var may = paper.reverse(what);
        var made = posted.get(what);
        try {
            if (made.kind() != null) slips.reverse(keeper, made.kind(), made.id(), TODAY, "数量写错，重新开单");
            else if (what.kind.equals("ISSUE")) issues.reverse(keeper, made.id(), TODAY, "数量写错，重新开单");
            else receipts.reverse(keeper, made.id(), TODAY, "数量写错，重新开单");
            assertThat(may).as("the paper does not take back %s", made.no()).isTrue();
        } catch (RuleBroken refused) {
            assertThat(may).as("%s refused by %s", made.no(), refused.getMessage()).isFalse();
            refusals++;
        }
    }

    private java.util.Optional<Paper> one(@Nullable String kind) {
        var fit = papers.stream().filter(p -> kind == null || p.kind.equals(kind)).toList();
        return fit.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(fit.get(random.nextInt(fit.size())));
    }

    private SlipContent.Line of(Paper source, long quantity) {
        return of(source.first().place(), quantity);
    }

    private SlipContent.Line of(Place place, long quantity) {
        return new SlipContent.Line(goods.get(place.item()), "个", new Quantity(BigDecimal.valueOf(quantity, 3)));
    }

    private void compare() {
        tenancy.read(school, () -> {
            for (var w = 0; w < 2; w++) {
                for (var i = 0; i < ITEMS; i++) {
                    var pile = paper.pile(new Place(w, i));
                    var there = stock.onHand(places.get(w), goods.get(i));
                    assertThat(there).as("card %s/%s", w, i).isEqualTo(new Goods(new Quantity(BigDecimal.valueOf(pile.quantity, 3)), new Money(pile.fen)));
                    if (!there.quantity().isPositive()) assertThat(there.amount()).isEqualTo(Money.ZERO);
                    var lots = new HashMap<Key, Long>();
                    db.select(LOT.LOT_NO, LOT.EXPIRES_ON, LOT.QUANTITY).from(LOT).where(LOT.SCHOOL_ID.eq(school), LOT.WAREHOUSE_ID.eq(places.get(w)),
                            LOT.ITEM_ID.eq(goods.get(i)), LOT.QUANTITY.ne(BigDecimal.ZERO))
                            .forEach(r -> lots.put(new Key(r.value1(), r.value2()), r.value3().movePointRight(3).longValueExact()));
                    assertThat(lots).as("lots %s/%s", w, i).isEqualTo(pile.lots);
                }
            }
            return true;
        });
    }

    /** Documents about different items do not know of each other: in whichever order they are posted, every card says the same. */
    @Test
    void permutation_of_independent_documents_changes_nothing() {
        var one = balancesAfter(false);
        assertThat(balancesAfter(true)).isEqualTo(one);
    }

    private List<Goods> balancesAfter(boolean interleaved) {
        open(7);
        var work = new ArrayList<Runnable>();
        for (var i = 0; i < ITEMS; i++) {
            var place = new Place(0, i);
            var n = i;
            work.add(() -> receive(TODAY, at(goods.get(n), "个", 7 + n, "3.33")));
            work.add(() -> issue(place, 2_500));
            work.add(() -> slip(director, scraps, SlipContent.at(warehouse, TODAY, of(place, 1_200)).because("BROKEN", "搬运时压坏")));
            work.add(() -> slip(director, transfers, SlipContent.at(warehouse, TODAY, of(place, 1_111)).target(places.get(1))));
        }
        var order = new ArrayList<Integer>();
        for (var i = 0; i < work.size(); i++) order.add(i);
        // by document instead of by item: the order within an item stays
        if (interleaved) order.sort(java.util.Comparator.comparingInt((Integer i) -> i % 4).thenComparing(i -> -i));
        order.forEach(i -> work.get(i).run());
        return places.stream().flatMap(p -> goods.stream().map(g -> onHand(p, g))).toList();
    }
}
