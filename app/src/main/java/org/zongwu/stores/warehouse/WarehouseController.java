package org.zongwu.stores.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.kernel.Actor;
import org.zongwu.school.People;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** 仓库: where goods lie and who keeps them (专人保管). */
@Controller
@RequestMapping(WarehouseController.PATH)
class WarehouseController {
    static final String PATH = "/stores/warehouses";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Form OPEN = Form.of("stores.warehouse").text("code").text("name").pick("keeper", "/school/employees/pick").day("from");

    private final WarehouseService service;
    private final WarehouseRepository warehouses;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Clock clock;
    private final Register register = Register.of("stores.warehouse", PATH)
            .columns(Column.code("code", field(name("r", "code"), String.class)), Column.text("name", field(name("r", "name"), String.class)).link(r -> PATH + "/" + r.get(ID) + "/handover"),
                    Column.text("room", field(name("r", "room"), String.class)), Column.text("keeper", field(name("r", "keeper"), String.class)),
                    Column.date("kept", field(name("r", "kept_from"), LocalDate.class)), Column.count("items", field(name("r", "items"), Integer.class)),
                    Column.money("amount", field(name("r", "amount"), Long.class)).summed())
            .with(ID).order("code", ID).phone("name", "amount", List.of("code", "keeper"), "items").creates(PATH + "/new", GA_DIRECTOR);

    WarehouseController(WarehouseService service, WarehouseRepository warehouses, People people, Registers registers, Submissions submissions, Messages messages,
            Clock clock) {
        this.service = service;
        this.warehouses = warehouses;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> warehouses.rows(LocalDate.now(clock)), request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank() {
        return openPage(FormView.blank(OPEN).with("from", LocalDate.now(clock)));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object open(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, OPEN, PATH + "?did=saved",
                in -> service.open(actor, in.text("code"), in.text("name"), null, people.typed("keeper", in.text("keeper")).id(), in.day("from")), this::openPage);
    }

    private ModelAndView openPage(FormView view) {
        return page(FormPage.of(messages.say("stores.warehouse.new"), PATH, messages.say("stores.warehouse.title"), PATH, view, messages.say("stores.save")));
    }

    private static ModelAndView page(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
