package org.zongwu.stores.issue;

import static org.zongwu.web.Form.Kind.PICK;
import static org.zongwu.web.Form.Kind.QUANTITY;
import static org.zongwu.web.Form.Kind.TEXT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.People;
import org.zongwu.school.SchoolClass;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Typed;

/** The form of a 领物单: what is typed, and what it means. */
@Component
class IssueForm {
    static final Form REVERSAL = Form.of("stores.reversal").area("reason");

    private final Form keeper;
    private final Form own;
    private final ItemService items;
    private final People people;
    private final WarehouseService warehouses;
    private final Messages messages;
    private final Clock clock;

    IssueForm(ItemService items, People people, WarehouseService warehouses, Messages messages, Clock clock) {
        this.clock = clock;
        this.items = items;
        this.people = people;
        this.warehouses = warehouses;
        this.messages = messages;
        keeper = lines(head(Form.of("stores.issue").pick("receiver", "/school/employees/pick")));
        own = lines(head(Form.of("stores.issue")));
    }

    private Form head(Form form) {
        return form.choice("warehouse", this::warehouseNames).choice("purpose", this::purposes).day("day")
                .choice("class", this::classTitles).optional().text("remark").optional().wide();
    }

    private static Form lines(Form form) {
        return form.line("item", PICK, "/stores/items/pick").line("quantity", QUANTITY, null).optionalLine("unit", TEXT);
    }

    /** Only a keeper writes slips for others. */
    Form of(Actor actor) {
        return actor.holds(Duty.STOREKEEPER) ? keeper : own;
    }

    FormView blank(Actor actor, LocalDate today) {
        var view = FormView.blank(of(actor)).with("day", today).with("purpose", actor.holds(Duty.TEACHER) ? Purpose.TEACHING : Purpose.ADMIN);
        if (warehouses.all().size() == 1) view.with("warehouse", warehouses.all().getFirst().id());
        return view;
    }

    FormView filled(Actor actor, IssueSlip slip) {
        var view = FormView.blank(of(actor)).with("receiver", slip.receiver()).with("warehouse", slip.warehouseId()).with("purpose", slip.purpose())
                .with("day", slip.day()).with("class", slip.classId()).with("remark", slip.remark());
        people.employee(slip.receiverId()).ifPresent(e -> view.with("receiver", e.name() + " " + e.staffNo()));
        slip.lines().forEach(l -> view.withLine("item", l.code()).withLine("quantity", l.quantity()).withLine("unit", l.unit()));
        return view;
    }

    IssueContent read(Typed in, Actor actor) {
        var receiver = actor.holds(Duty.STOREKEEPER) ? people.typed("receiver", in.text("receiver")).id() : actor.employeeId();
        var lines = in.lines().stream().map(l -> {
            var item = items.typed(l.field("item"), l.text("item"));
            var unit = l.optional("unit");
            return new IssueContent.Line(item.id(), unit == null ? item.unit() : item.requireUnit(l.field("unit"), unit), l.quantity("quantity"));
        }).toList();
        var classId = in.optional("class");
        return new IssueContent(UUID.fromString(in.text("warehouse")), receiver, classId == null ? null : UUID.fromString(classId), in.day("day"),
                Purpose.valueOf(in.text("purpose")), in.optional("remark"), lines);
    }

    Map<String, String> warehouseNames() {
        var all = new LinkedHashMap<String, String>();
        warehouses.all().forEach(w -> all.put(w.id().toString(), w.name()));
        return all;
    }

    Map<String, String> purposes() {
        var all = new LinkedHashMap<String, String>();
        for (var purpose : Purpose.values()) all.put(purpose.name(), messages.say("stores.purpose." + purpose.name()));
        return all;
    }

    private Map<String, String> classTitles() {
        var all = new LinkedHashMap<String, String>();
        for (SchoolClass c : people.classes(LocalDate.now(clock))) all.put(c.id().toString(), c.title());
        return all;
    }
}
