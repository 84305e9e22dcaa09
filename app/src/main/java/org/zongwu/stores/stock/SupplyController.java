package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** What is to be used soon, and what is to be bought again. */
@Controller
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
class SupplyController {
    static final String LOTS = "/stores/lots";
    static final String REORDER = "/stores/reorder";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<UUID> ITEM_ID = field(name("r", "item_id"), UUID.class);

    private final Supply supply;
    private final Registers registers;
    private final Clock clock;
    private final Register lots = Register.of("stores.lot", LOTS)
            .columns(Column.text("name", text("name")).link(r -> "/stores/cards/" + r.get(ITEM_ID)), Column.text("spec", text("spec")), Column.code("lot", text("lot")),
                    Column.date("expires", field(name("r", "expires"), LocalDate.class)), Column.count("left", field(name("r", "left"), Integer.class)),
                            Column.text("unit", text("unit")),
                    Column.quantity("quantity", field(name("r", "quantity"), BigDecimal.class)), Column.money("amount", field(name("r", "amount"), Long.class)).summed(),
                    Column.text("warehouse", text("warehouse")))
            .with(ID, ITEM_ID).words(text("name"), text("code"), text("lot"), text("pinyin")).days(field(name("r", "expires"), LocalDate.class))
            .flag("expired", field(name("r", "expired"), Boolean.class).isTrue()).order("expires", ID).phone("name", "quantity", List.of("lot", "expires"), "left");
    private final Register reorder = Register.of("stores.reorder", REORDER)
            .columns(Column.code("code", text("code")).link(r -> "/stores/cards/" + r.get(ID)), Column.text("name", text("name")), Column.text("spec", text("spec")),
                    Column.text("unit", text("unit")),
                    Column.quantity("shelf", field(name("r", "shelf"), BigDecimal.class)), Column.quantity("lent", field(name("r", "lent"), BigDecimal.class)).blank(),
                    Column.quantity("minimum", field(name("r", "minimum"), BigDecimal.class)), Column.quantity("maximum", field(name("r", "maximum"), BigDecimal.class)),
                    Column.quantity("suggested", field(name("r", "suggested"), BigDecimal.class)), Column.text("supplier", text("supplier")), Column.price("price",
                            field(name("r", "price"), BigDecimal.class)),
                    Column.money("amount", field(name("r", "amount"), Long.class)).summed())
            .with(ID).words(text("code"), text("name"), text("pinyin"), text("supplier")).order("code", ID).phone("name", "suggested", List.of("code", "supplier"), "shelf");

    SupplyController(Supply supply, Registers registers, Clock clock) {
        this.supply = supply;
        this.registers = registers;
        this.clock = clock;
    }

    private static Field<String> text(String column) {
        return field(name("r", column), String.class);
    }

    @GetMapping(LOTS)
    Object lots(HttpServletRequest request, Actor actor) {
        return registers.show(lots, () -> supply.lots(LocalDate.now(clock)), request, actor);
    }

    @GetMapping(REORDER)
    Object reorder(HttpServletRequest request, Actor actor) {
        return registers.show(reorder, supply::reorder, request, actor);
    }
}
