package org.zongwu.school.policy;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.*;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.POLICY;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** The screens of policy numbers: every value that ever was in force, with its source. A value is never overwritten. */
@Controller
@RequestMapping(PolicyController.PATH)
class PolicyController {
    static final String PATH = "/school/policies";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> KEY = field(name("r", "key"), String.class);

    private final Register register;
    private final Form form;
    private final PolicyService service;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Clock clock;

    PolicyController(PolicyService service, Registers registers, Submissions submissions, Messages messages, DSLContext db, Tenancy tenancy, Clock clock) {
        this.service = service;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        this.clock = clock;
        form = Form.of("school.policy").choice("key", this::keys).text("value").day("from").text("source").wide();
        register = Register.of("school.policy", PATH)
                .columns(Column.word("key", KEY, "policy"), Column.word("value", field(name("r", "value")), "policyvalue"), Column.date("valid_from", field(name("r", "valid_from"))),
                        Column.text("source", field(name("r", "source"))), Column.text("by", field(name("r", "set_by"))),
                        Column.status("state", field(name("r", "state")), "school.policy.state", s -> "LATER".equals(s) ? Column.Mark.WAIT : Column.Mark.END))
                .with(ID).words(KEY, field(name("r", "value"), String.class), field(name("r", "source"), String.class)).choice("key", KEY, this::keys)
                .choice("state", field(name("r", "state"), String.class), this::states).order("key", field(name("r", "valid_from"))).phone("key", "value", List.of("valid_from", "source"), "state")
                .creates(PATH + "/new", GA_DIRECTOR);
    }

    private Map<String, String> keys() {
        var all = new LinkedHashMap<String, String>();
        PolicyKey.ALL.forEach(k -> all.put(k.key(), messages.say("policy." + k.key())));
        return all;
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("NOW", "LATER", "OVER")) all.put(state, messages.say("school.policy.state." + state));
        return all;
    }

    private Table<?> rows(LocalDate today) {
        var school = tenancy.current();
        var other = POLICY.as("other");
        var inForce = field(select(max(other.VALID_FROM)).from(other).where(other.SCHOOL_ID.eq(school), other.KEY.eq(POLICY.KEY), other.VALID_FROM.le(today)));
        var state = when(POLICY.VALID_FROM.gt(today), inline("LATER")).when(POLICY.VALID_FROM.eq(inForce), inline("NOW")).otherwise(inline("OVER"));
        return db.select(POLICY.ID, POLICY.KEY, POLICY.VALUE, POLICY.VALID_FROM, POLICY.SOURCE, coalesce(EMPLOYEE.NAME, inline("—")).as("set_by"), state.as("state"))
                .from(POLICY).leftJoin(EMPLOYEE).on(EMPLOYEE.SCHOOL_ID.eq(POLICY.SCHOOL_ID), EMPLOYEE.ID.eq(POLICY.SET_BY))
                .where(POLICY.SCHOOL_ID.eq(school)).asTable("r");
    }

    @GetMapping
    @Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER, SYS_ADMIN})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rows(LocalDate.now(clock)), request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(Actor actor) {
        return page(FormView.blank(form).with("from", LocalDate.now(clock)));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object set(HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, PATH + "?did=set", in -> service.set(actor, in.text("key"), value(in.text("value")), in.day("from"), in.text("source")), this::page);
    }

    /** A value may be written in words, as the register shows it. */
    private String value(String typed) {
        return PolicyKey.ALL.stream().flatMap(k -> Stream.concat(Stream.of(k.pattern().split("\\|")), Stream.of(k.initial()))).filter(code -> typed.strip().equals(messages.first("policyvalue." + code))).findFirst().orElse(typed);
    }

    private ModelAndView page(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("school.policy.new"), PATH, messages.say("school.policy.title"), PATH, view, messages.say("school.save"))
                .lead(messages.say("school.policy.new.lead"))));
    }
}
