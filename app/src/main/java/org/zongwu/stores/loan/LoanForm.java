package org.zongwu.stores.loan;

import static org.zongwu.web.Form.Kind.PICK;
import static org.zongwu.web.Form.Kind.QUANTITY;
import static org.zongwu.web.Form.Kind.TEXT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.parties.Parties;
import org.zongwu.school.People;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Shown;
import org.zongwu.web.Typed;

/** The forms of a 借物单: asking, and each step of what happens to it later. */
@Component
class LoanForm {
    static final Form REVERSAL = Form.of("stores.reversal").area("reason");
    static final Form REFUSAL = Form.of("stores.loan-refusal").area("reason");
    static final Form RENEWAL = Form.of("stores.loan-renewal").day("until").text("reason").wide();
    /** How many days a loan lasts when nobody says otherwise. */
    private static final int DAYS = 7;

    private final Form keeper;
    private final Form own;
    private final ItemService items;
    private final People people;
    private final Parties parties;
    private final WarehouseService warehouses;

    LoanForm(ItemService items, People people, Parties parties, WarehouseService warehouses) {
        this.items = items;
        this.people = people;
        this.parties = parties;
        this.warehouses = warehouses;
        keeper = lines(head(Form.of("stores.loan").pick("borrower", "/school/employees/pick")).pick("party", "/parties/pick").optional());
        own = lines(head(Form.of("stores.loan")));
    }

    private Form head(Form form) {
        return form.choice("warehouse", this::warehouseNames).day("day").day("due").text("purpose").wide().text("remark").optional().wide();
    }

    private static Form lines(Form form) {
        return form.line("item", PICK, "/stores/items/pick").line("quantity", QUANTITY, null).optionalLine("unit", TEXT).optionalLine("condition", TEXT);
    }

    /** Only a keeper writes slips for others, and for another unit. */
    Form of(Actor actor) {
        return actor.holds(Duty.STOREKEEPER) ? keeper : own;
    }

    FormView blank(Actor actor, LocalDate today) {
        var view = FormView.blank(of(actor)).with("day", today).with("due", today.plusDays(DAYS));
        if (warehouses.all().size() == 1) view.with("warehouse", warehouses.all().getFirst().id());
        return view;
    }

    FormView filled(Actor actor, LoanSlip slip) {
        var view = FormView.blank(of(actor)).with("borrower", slip.borrower()).with("party", slip.party()).with("warehouse", slip.warehouseId()).with("day", slip.day()).with("due", slip.dueOn())
                .with("purpose", slip.purpose()).with("remark", slip.remark());
        people.employee(slip.borrowerId()).ifPresent(e -> view.with("borrower", e.name() + " " + e.staffNo()));
        slip.lines().forEach(l -> view.withLine("item", l.code()).withLine("quantity", l.quantity()).withLine("unit", l.unit()).withLine("condition", l.condition()));
        return view;
    }

    LoanContent read(Typed in, Actor actor) {
        var keeps = actor.holds(Duty.STOREKEEPER);
        var borrower = keeps ? people.typed("borrower", in.text("borrower")).id() : actor.employeeId();
        var unit = keeps ? in.optional("party") : null;
        var party = unit == null ? null : parties.named(unit).orElseThrow(() -> RuleBroken.at("party", "R-LOAN-3", "rule.stores.loan.no-such-unit", unit)).id();
        var lines = in.lines().stream().map(l -> {
            var item = items.typed(l.field("item"), l.text("item"));
            var typed = l.optional("unit");
            return new LoanContent.Line(item.id(), typed == null ? item.unit() : item.requireUnit(l.field("unit"), typed), l.quantity("quantity"), l.optional("condition"));
        }).toList();
        return new LoanContent(UUID.fromString(in.text("warehouse")), borrower, party, in.day("day"), in.day("due"), in.text("purpose"), in.optional("remark"), lines);
    }

    /** What comes back of this loan, everything that is out already written in. */
    static Form coming(LoanSlip slip) {
        return Form.of("stores.loan-return").day("day").lineChoice("line", () -> out(slip)).line("quantity", QUANTITY, null).optionalLine("condition", TEXT);
    }

    static FormView coming(LoanSlip slip, LocalDate today) {
        return withOut(FormView.blank(coming(slip)).with("day", today), slip);
    }

    static Form loss(LoanSlip slip) {
        return Form.of("stores.loan-loss").day("day").area("words").lineChoice("line", () -> out(slip)).line("quantity", QUANTITY, null).optionalLine("condition", TEXT);
    }

    static FormView loss(LoanSlip slip, LocalDate today) {
        return withOut(FormView.blank(loss(slip)).with("day", today), slip);
    }

    static Form compensation(LoanSlip slip) {
        return Form.of("stores.loan-compensation").choice("loss", () -> unfixed(slip)).day("day").money("amount").area("words");
    }

    static FormView compensation(LoanSlip slip, LocalDate today) {
        var view = FormView.blank(compensation(slip)).with("day", today);
        slip.losses().stream().filter(l -> l.compensation() == null).findFirst().ifPresent(l -> view.with("loss", l.id()).with("amount", l.amount().yuan().toPlainString()));
        return view;
    }

    static List<LoanReturns.Part> parts(Typed in) {
        return in.lines().stream().map(l -> new LoanReturns.Part(Integer.parseInt(l.text("line")), l.quantity("quantity"), l.optional("condition"))).toList();
    }

    private static FormView withOut(FormView view, LoanSlip slip) {
        slip.out().forEach(l -> view.withLine("line", l.number()).withLine("quantity", l.outstanding()).withLine("condition", ""));
        return view;
    }

    private static Map<String, String> out(LoanSlip slip) {
        var all = new LinkedHashMap<String, String>();
        slip.out().forEach(l -> all.put(Integer.toString(l.number()), l.thing() + "　" + Shown.quantity(l.outstanding()) + (l.baseUnit() == null ? "" : " " + l.baseUnit())));
        return all;
    }

    private static Map<String, String> unfixed(LoanSlip slip) {
        var all = new LinkedHashMap<String, String>();
        slip.losses().stream().filter(l -> l.compensation() == null).forEach(l -> all.put(l.id().toString(), l.no() + "　" + l.amount()));
        return all;
    }

    private Map<String, String> warehouseNames() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }
}
