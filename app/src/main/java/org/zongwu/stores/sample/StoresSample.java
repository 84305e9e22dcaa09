package org.zongwu.stores.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.SampleData;
import org.zongwu.parties.Parties;
import org.zongwu.school.Duties;
import org.zongwu.school.People;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.item.NewItem;
import org.zongwu.stores.receipt.ReceiptService;
import org.zongwu.stores.warehouse.WarehouseService;

/** Two warehouses, some sixty items, and a term of receipts and issues from the opening up to 20 November. */
@Component
class StoresSample implements SampleData {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final List<String> SUPPLIERS = List.of("启文办公用品商行", "桥东百货批发部", "明达水电五金店", "跃动体育器材行", "诚印文印设备店", "康安卫生用品店");

    private final ItemService items;
    private final WarehouseService warehouses;
    private final ReceiptService receipts;
    private final IssueService issues;
    private final SampleSlips slips;
    private final Parties parties;
    private final People people;
    private final Duties duties;
    private final Tenancy tenancy;
    private final Clock clock;

    StoresSample(ItemService items, WarehouseService warehouses, ReceiptService receipts, IssueService issues, SampleSlips slips, Parties parties, People people, Duties duties,
            Tenancy tenancy, Clock clock) {
        this.items = items;
        this.warehouses = warehouses;
        this.receipts = receipts;
        this.issues = issues;
        this.slips = slips;
        this.parties = parties;
        this.people = people;
        this.duties = duties;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void create(SampleSchool school) {
        var keeper = school.actor(Duty.STOREKEEPER);
        var first = school.term().from();
        var catalogue = Catalogue.read();
        school.progress("sample.stores.items");
        var stores = tenancy.write(school.schoolId(), () -> {
            for (var good : catalogue.all()) register(keeper, good);
            var director = school.actor(Duty.GA_DIRECTOR);
            return List.of(warehouses.open(director, "01", "总务一库", null, keeper.employeeId(), first),
                    warehouses.open(director, "02", "总务二库", null, keeper.employeeId(), first));
        });
        var suppliers = tenancy.write(school.schoolId(), () -> SUPPLIERS.stream().map(name -> supplier(school, name)).toList());
        var staff = tenancy.read(school.schoolId(), () -> Staff.of(school, people, duties, first.plusDays(8), LocalDate.now(clock)));
        var today = LocalDate.now(clock);
        var term = new SampleTerm(school, catalogue, stores, suppliers, staff, new Paperwork(receipts, issues, tenancy, school, keeper), first, LAST.isAfter(today) ? today : LAST);
        school.progress("sample.stores.opening");
        term.opening();
        school.progress("sample.stores.term");
        term.weeks();
        slips.write(school, catalogue, stores, suppliers, staff, LAST.isAfter(today) ? today : LAST);
        term.openDrafts();
    }

    private void register(Actor keeper, Catalogue.Good good) {
        var category = items.category(keeper, good.category).id();
        var i = good.item;
        good.itemId = items.create(keeper, new NewItem(i.code(), i.name(), i.spec(), i.unit(), category, i.minimum(), i.aliases()));
        good.units.forEach((unit, factor) -> items.addUnit(keeper, good.itemId, unit, factor));
    }

    private UUID supplier(SampleSchool school, String name) {
        return parties.named(name).map(Parties.Party::id).orElseGet(() -> parties.register(school.actor(Duty.GA_DIRECTOR), Ids.next(), name, null, null, null).id());
    }
}
