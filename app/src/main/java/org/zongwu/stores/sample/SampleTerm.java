package org.zongwu.stores.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.SampleData.SampleSchool;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.sample.Catalogue.Good;
import org.zongwu.stores.sample.Paperwork.Until;
import org.zongwu.stores.sample.Paperwork.Wanted;

/** The term, day by day: goods come when they run low, people take what they need. */
final class SampleTerm {
    private static final int ISSUES = 560;
    private static final int RECEIPTS = 66;
    private static final List<String> LOW = List.of("SD-06", "WY-03");
    private static final List<String> REASONS = List.of("领用人多写了数量，退回重开", "领错规格，当天退回仓库", "班级填错，退回重开单据");

    private final SampleSchool school;
    private final Handing handing;
    private final Catalogue catalogue;
    private final List<UUID> stores;
    private final List<UUID> suppliers;
    private final Staff staff;
    private final Paperwork paperwork;
    private final RandomGenerator random;
    private final LocalDate first;
    private final LocalDate last;
    private int invoice = 40210000;

    SampleTerm(SampleSchool school, Catalogue catalogue, List<UUID> stores, List<UUID> suppliers, Staff staff, Paperwork paperwork, Handing handing, LocalDate first, LocalDate last) {
        this.school = school;
        this.handing = handing;
        this.catalogue = catalogue;
        this.stores = stores;
        this.suppliers = suppliers;
        this.staff = staff;
        this.paperwork = paperwork;
        this.random = school.random();
        this.first = first;
        this.last = last;
    }

    /** What lay there, what is bought for the first week, and what every class is handed. */
    void opening() {
        for (var warehouse = 1; warehouse <= 2; warehouse++) {
            var lines = new ArrayList<Wanted>();
            for (var good : catalogue.scarce(warehouse)) lines.add(new Wanted(good, good.minimum * 2 + random.nextInt(good.minimum)));
            paperwork.receipt(Until.POSTED, first, stores.get(warehouse - 1), Funding.OPENING, null, null, staff.acceptors().get(0), staff.acceptors().get(1), null, lines);
        }
        if (staff.classes().isEmpty()) return;
        for (var warehouse = 1; warehouse <= 2; warehouse++) {
            var kit = kit(warehouse);
            buy(first.plusDays(warehouse), warehouse, kit.stream().map(w -> new Wanted(w.good(), w.quantity() * staff.classes().size())).toList());
        }
        for (var warehouse = 1; warehouse <= 2; warehouse++) {
            handing.toAllClasses(school, stores.get(warehouse - 1), warehouse == 1 ? "开学办公用品" : "开学清洁用品", kit(warehouse), first.plusDays(7));
        }
    }

    void weeks() {
        var days = first.plusDays(9).datesUntil(last.plusDays(1)).filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY).toList();
        if (days.isEmpty()) return;
        var bought = 0;
        var issued = 0;
        for (var i = 0; i < days.size(); i++) {
            for (; bought < (long) RECEIPTS * (i + 1) / days.size(); bought++) buyScarce(days.get(i), 1 + bought % 2);
            for (; issued < (long) ISSUES * (i + 1) / days.size(); issued++) hand(days.get(i), issued);
        }
        sendOneBack(last);
        for (var code : LOW) runLow(code);
    }

    /** Three of each in every state, so that there is something to do. */
    void openDrafts() {
        for (var until : List.of(Until.DRAFT, Until.SUBMITTED, Until.SIGNED)) {
            for (var i = 0; i < 3; i++) {
                var warehouse = 1 + i % 2;
                paperwork.issue(until, last, stores.get(warehouse - 1), someone(), null, some(warehouse, 2));
                paperwork.receipt(until, last, stores.get(warehouse - 1), Funding.FISCAL, supplier(warehouse), staff.buyer(), staff.acceptors().get(i), staff.acceptors().get(i + 3),
                        invoiceNo(), refill(warehouse, 3));
            }
        }
    }

    private List<Wanted> kit(int warehouse) {
        return catalogue.all().stream().filter(g -> g.warehouse == warehouse && g.kit > 0).map(g -> new Wanted(g, g.kit)).toList();
    }

    private void buyScarce(LocalDate day, int warehouse) {
        buy(day, warehouse, refill(warehouse, 2 + random.nextInt(4)));
    }

    private List<Wanted> refill(int warehouse, int lines) {
        return catalogue.scarce(warehouse).stream().filter(g -> !LOW.contains(g.item.code())).limit(lines)
                .map(g -> new Wanted(g, Math.max(2, g.minimum + random.nextInt(g.minimum + 1)))).toList();
    }

    private UUID buy(LocalDate day, int warehouse, List<Wanted> wanted) {
        var funding = switch (random.nextInt(10)) {
            case 0 -> Funding.CREDIT;
            case 1, 2 -> Funding.OWN;
            default -> Funding.FISCAL;
        };
        var one = random.nextInt(staff.acceptors().size());
        var other = (one + 1 + random.nextInt(staff.acceptors().size() - 1)) % staff.acceptors().size();
        return paperwork.receipt(Until.POSTED, day, stores.get(warehouse - 1), funding, supplier(warehouse), staff.buyer(), staff.acceptors().get(one), staff.acceptors().get(other), invoiceNo(), wanted);
    }

    private void hand(LocalDate day, int n) {
        var warehouse = random.nextInt(5) < 3 ? 1 : 2;
        var wanted = some(warehouse, 1 + random.nextInt(4));
        if (wanted.isEmpty()) return;
        var id = paperwork.issue(Until.POSTED, day, stores.get(warehouse - 1), someone(), null, wanted);
        if (n % 190 == 100) paperwork.reverse(id, day, REASONS.get(n / 190 % REASONS.size()), wanted);
    }

    /** Something that nobody has taken of since: the supplier takes it back. */
    private void sendOneBack(LocalDate day) {
        var wanted = refill(2, 2);
        var id = buy(day, 2, wanted);
        paperwork.sendBack(id, day, "型号不符，全部退回供应商", wanted);
    }

    private void runLow(String code) {
        var good = catalogue.all().stream().filter(g -> g.item.code().equals(code)).findFirst().orElseThrow();
        var over = good.onHand - good.minimum / 2;
        if (over > 0) paperwork.issue(Until.POSTED, last, stores.get(good.warehouse - 1), someone(), null, List.of(new Wanted(good, over)));
    }

    /** A few things of which there is plenty, each once. */
    private List<Wanted> some(int warehouse, int lines) {
        var plenty = new ArrayList<Good>(catalogue.plenty(warehouse));
        var wanted = new ArrayList<Wanted>();
        while (wanted.size() < lines && !plenty.isEmpty()) {
            var good = plenty.remove(random.nextInt(plenty.size()));
            wanted.add(new Wanted(good, 1 + random.nextInt(Math.max(1, Math.min(good.minimum / 5, good.onHand - good.minimum - 1)))));
        }
        return wanted;
    }

    private Actor someone() {
        return staff.receivers().get(random.nextInt(staff.receivers().size()));
    }

    private UUID supplier(int warehouse) {
        return suppliers.get(warehouse == 1 ? random.nextInt(2) * 4 : 1 + random.nextInt(3));
    }

    private String invoiceNo() {
        invoice += 1 + random.nextInt(90);
        return "26442000" + "0000" + invoice;
    }
}
