package org.zongwu.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.ledger.Ledgers;
import org.zongwu.parties.Parties;
import org.zongwu.school.SetUp;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.item.NewItem;
import org.zongwu.stores.receipt.Funding;
import org.zongwu.stores.receipt.ReceiptContent;
import org.zongwu.stores.receipt.ReceiptService;
import org.zongwu.stores.warehouse.WarehouseService;

/** A school with open books, one warehouse and the people who handle goods. */
@Office
public abstract class StoresOffice {
    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired protected Schools schools;
    @Autowired protected Tenancy tenancy;
    @Autowired protected SetUp setUp;
    @Autowired protected Ledgers ledgers;
    @Autowired protected Parties parties;
    @Autowired protected ItemService items;
    @Autowired protected WarehouseService warehouses;
    @Autowired protected ReceiptService receipts;
    @Autowired protected List<Control> controls;

    protected long school;
    protected Actor director;
    protected Actor keeper;
    protected Actor teacher;
    protected Actor buyer;
    protected Actor acceptor;
    protected UUID warehouse;
    protected UUID supplier;

    protected void openSchool() {
        openEmptySchool();
        tenancy.write(school, () -> {
            warehouse = warehouses.open(director, "01", "总务一库", null, keeper.employeeId(), LocalDate.of(2026, 1, 1));
            supplier = parties.register(director, Ids.next(), "晨光文具", null, null, null).id();
        });
    }

    /** Without a warehouse. */
    protected void openEmptySchool() {
        school = schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false).id();
        director = person("1001", "周明", Duty.GA_DIRECTOR);
        keeper = person("1002", "李秀兰", Duty.STOREKEEPER);
        teacher = person("1003", "刘洋", Duty.TEACHER);
        buyer = person("1004", "许晴", Duty.BUYER);
        acceptor = person("1005", "张晓燕", Duty.TEACHER);
        tenancy.write(school, () -> ledgers.open(director, 2026, 2026));
    }

    /** What the stores promise about all their records, and that the trail knows every row. */
    protected void everythingHolds() {
        tenancy.read(school, () -> {
            var ours = controls.stream().filter(c -> c.id().matches("R-STK-.*|R-CUS-.*|F19-.*|R-GL-1|TRAIL-ROWS")).toList();
            assertThat(ours).hasSizeGreaterThan(5);
            for (var control : ours) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }

    protected Actor person(String staffNo, String name, Duty... duties) {
        var id = tenancy.<UUID>write(school, () -> setUp.firstEmployee(staffNo, name, "总务处"));
        return new Actor(school, id, name, Set.of(duties));
    }

    protected UUID item(String code, String name, String unit) {
        return tenancy.<UUID>write(school, () -> items.create(keeper, new NewItem(code, name, null, unit, items.category(keeper, "办公用品").id(), null, List.of())));
    }

    /** Brings goods into the warehouse and answers the id of the posted receipt. */
    protected UUID receive(LocalDate day, ReceiptContent.Line... lines) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            receipts.draft(keeper, id, receipt(day, lines));
            receipts.submit(keeper, id, 1);
            receipts.accept(director, id, 2);
            receipts.accept(acceptor, id, 3);
            receipts.post(keeper, id, day);
        });
        return id;
    }

    protected ReceiptContent receipt(LocalDate day, ReceiptContent.Line... lines) {
        return new ReceiptContent(warehouse, Funding.OWN, supplier, buyer.employeeId(), day, "12345678", null, director.employeeId(), acceptor.employeeId(), List.of(lines));
    }

    protected static ReceiptContent.Line at(UUID item, String unit, long quantity, String price) {
        return new ReceiptContent.Line(item, unit, Quantity.of(quantity), new BigDecimal(price), null);
    }
}
