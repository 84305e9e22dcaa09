package org.zongwu.stores.sample;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.SampleData;
import org.zongwu.parties.Parties;
import org.zongwu.school.Duties;
import org.zongwu.school.People;
import org.zongwu.stores.handover.HandoverService;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.item.NewItem;
import org.zongwu.stores.loan.LoanContent;
import org.zongwu.stores.loan.LoanReturns;
import org.zongwu.stores.loan.LoanReturns.Part;
import org.zongwu.stores.loan.LoanService;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.receipt.ReceiptService;
import org.zongwu.stores.warehouse.WarehouseService;

/** What the second warehouse lends in the term: most of it back in time, some late, one lost and paid for, some to be done. */
@Component
class LoansSample implements SampleData {
    private static final String CATEGORY = "活动器材";
    private static final List<String> PURPOSES = List.of("秋季运动会", "公开课录课", "家长会布置", "升旗仪式", "社团展示", "消防演练", "教研活动", "合唱排练");

    private final ItemService items;
    private final WarehouseService warehouses;
    private final ReceiptService receipts;
    private final LoanService loans;
    private final LoanReturns returns;
    private final HandoverService handovers;
    private final Parties parties;
    private final People people;
    private final Duties duties;
    private final Tenancy tenancy;
    private final Clock clock;

    LoansSample(ItemService items, WarehouseService warehouses, ReceiptService receipts, LoanService loans, LoanReturns returns, HandoverService handovers, Parties parties, People people,
            Duties duties, Tenancy tenancy, Clock clock) {
        this.items = items;
        this.warehouses = warehouses;
        this.receipts = receipts;
        this.loans = loans;
        this.returns = returns;
        this.handovers = handovers;
        this.parties = parties;
        this.people = people;
        this.duties = duties;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 505;
    }

    @Override
    public void create(SampleSchool school) {
        school.progress("sample.stores.loans");
        var today = LocalDate.now(clock);
        var first = school.term().from();
        tenancy.write(school.schoolId(), () -> {
            var staff = Staff.of(school, people, duties, first.plusDays(8), today);
            var store = warehouses.all().getLast().id();
            new Lending(school, staff, store, things(school, staff, store, first.plusDays(3)), today).term();
        });
    }

    /** Bought for lending, at the opening of the term. */
    private List<UUID> things(SampleSchool school, Staff staff, UUID store, LocalDate day) {
        var keeper = school.actor(Duty.STOREKEEPER);
        var category = items.category(keeper, CATEGORY).id();
        var all = new ArrayList<UUID>();
        var lines = new ArrayList<ReceiptContent.Line>();
        for (var good : List.of("折叠桌 张 40 128", "帐篷 顶 12 260", "插线盘 个 15 46.5", "扩音器 台 8 189", "三脚架 副 6 135")) {
            var g = good.split(" ");
            var id = items.create(keeper, new NewItem("QC-0" + (all.size() + 1), g[0], null, g[1], category, null, List.of()));
            all.add(id);
            lines.add(new ReceiptContent.Line(id, g[1], Quantity.of(g[2]), new BigDecimal(g[3]), null));
        }
        var receipt = Ids.next();
        var supplier = parties.named("跃动体育器材行").orElseThrow().id();
        var one = staff.acceptors().getFirst();
        var other = staff.acceptors().get(1);
        receipts.draft(keeper, receipt, new ReceiptContent(store, Funding.FISCAL, supplier, staff.buyer().employeeId(), day, "26442000000040218877", null, one.employeeId(), other.employeeId(), lines));
        receipts.submit(keeper, receipt, 1);
        receipts.accept(one, receipt, 2);
        receipts.accept(other, receipt, 3);
        receipts.post(keeper, receipt, day);
        return all;
    }

    /** One loan after the other, each borrower once, so that nobody who is late borrows again. */
    private final class Lending {
        private final SampleSchool school;
        private final Actor keeper;
        private final List<Actor> people;
        private final UUID store;
        private final List<UUID> things;
        private final LocalDate today;
        private int next;

        Lending(SampleSchool school, Staff staff, UUID store, List<UUID> things, LocalDate today) {
            this.school = school;
            this.keeper = school.actor(Duty.STOREKEEPER);
            this.people = staff.receivers();
            this.store = store;
            this.things = things;
            this.today = today;
        }

        void term() {
            for (var n = 0; n < 16; n++) {
                var day = today.minusDays(70 - n * 4L);
                var loan = lend(day, day.plusDays(5), n % things.size(), 1 + n % 3);
                returns.bringBack(keeper, loan, day.plusDays(n % 6 == 5 ? 7 : 3), List.of(part(1 + n % 3, "完好")));
            }
            var parts = lend(today.minusDays(12), today.plusDays(2), 0, 8);
            returns.bringBack(keeper, parts, today.minusDays(3), List.of(part(5, "一张桌腿松动")));
            lend(today.minusDays(20), today.minusDays(6), 1, 2);
            lend(today.minusDays(15), today.minusDays(1), 3, 1);
            var longer = lend(today.minusDays(5), today.plusDays(2), 3, 1);
            returns.renew(borrower(next - 1), longer, today.plusDays(9), "排练延长一周");
            var lost = returns.lose(keeper, lend(today.minusDays(30), today.minusDays(16), 2, 1), today.minusDays(16), List.of(part(1, null)), "外出活动时遗失，本人同意照价赔偿");
            returns.compensate(school.actor(Duty.GA_DIRECTOR), lost, today.minusDays(14), Money.ofYuan("46.50"), "照价赔偿，从出纳处交款");
            returns.lose(keeper, lend(today.minusDays(9), today.minusDays(2), 4, 1), today.minusDays(2), List.of(part(1, null)), "拍摄时摔坏报废，待商定赔偿");
            ask(today, today.plusDays(7), 1, 2);
            sign(ask(today, today.plusDays(3), 2, 2));
            ask(today, today.plusDays(14), 0, 30);
            if (people.size() > 4) handovers.begin(school.actor(Duty.GA_DIRECTOR), Ids.next(), store, people.get(2).employeeId(), people.get(3).employeeId(), "保管员轮岗");
        }

        private UUID lend(LocalDate day, LocalDate due, int thing, int quantity) {
            var id = ask(day, due, thing, quantity);
            sign(id);
            loans.handOut(keeper, id, day);
            return id;
        }

        private UUID ask(LocalDate day, LocalDate due, int thing, int quantity) {
            var id = Ids.next();
            var unit = items.item(things.get(thing)).unit();
            var borrower = borrower(next++);
            loans.request(borrower, id, new LoanContent(store, borrower.employeeId(), null, day, due, PURPOSES.get(next % PURPOSES.size()), null,
                    List.of(new LoanContent.Line(things.get(thing), unit, Quantity.of(quantity), null))));
            return id;
        }

        private void sign(UUID id) {
            loans.sign(borrower(next - 1), id, 1);
        }

        private Actor borrower(int n) {
            return people.get(people.size() - 1 - n % people.size());
        }

        private static Part part(int quantity, @Nullable String words) {
            return new Part(1, Quantity.of(quantity), words);
        }
    }
}
