package org.zongwu.parties.party;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.arrayToString;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.*;
import static zongwu.db.parties.Tables.ALIAS;
import static zongwu.db.parties.Tables.PARTY;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Cell;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Provenances;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** The screens of suppliers. Their card says which others may be the same firm. */
@Controller
@RequestMapping(PartyController.PATH)
class PartyController {
    static final String PATH = "/parties";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> CODE = field(name("r", "code"), String.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final Field<String> ALIASES = field(name("r", "aliases"), String.class);
    private static final Form DETAILS = Form.of("parties.party").text("name").wide().text("business").optional().text("contact").optional().text("phone").optional();
    private static final Form ALIASING = Form.of("parties.party").text("alias").wide();
    private static final int SUGGESTIONS = 10;

    private final Register register;
    private final Form changing;
    private final PartyRepository parties;
    private final PartyService service;
    private final Registers registers;
    private final Submissions submissions;
    private final Trail trail;
    private final Provenances provenances;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;

    PartyController(PartyRepository parties, PartyService service, Registers registers, Submissions submissions, Trail trail, Provenances provenances, Messages messages, DSLContext db,
            Tenancy tenancy) {
        this.parties = parties;
        this.service = service;
        this.registers = registers;
        this.submissions = submissions;
        this.trail = trail;
        this.provenances = provenances;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        changing = Form.of("parties.party").text("name").wide().text("business").optional().text("contact").optional().text("phone").optional().choice("state", this::states);
        register = Register.of("parties.party", PATH)
                .columns(Column.code("code", CODE), Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID)), Column.text("business", field(name("r", "business"))),
                        Column.text("contact", field(name("r", "contact"))), Column.text("phone", field(name("r", "phone"))), Column.text("aliases", ALIASES),
                        Column.status("state", field(name("r", "state")), "parties.party.state", s -> Column.Mark.END),
                        Column.word("grade", field(name("r", "grade")), "grade"))
                .with(ID).words(CODE, NAME, ALIASES, field(name("r", "pinyin"), String.class), field(name("r", "contact"), String.class))
                .choice("state", field(name("r", "state"), String.class), this::states).order("code", ID).phone("name", "code", List.of("business", "contact"), "phone")
                .creates(PATH + "/new", BUYER, GA_DIRECTOR);
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("ACTIVE", "CLOSED")) all.put(state, messages.say("parties.party.state." + state));
        return all;
    }

    private Table<?> rows() {
        var aliases = field(select(arrayToString(arrayAgg(ALIAS.NAME).orderBy(ALIAS.NAME), inline("、"))).from(ALIAS).where(ALIAS.SCHOOL_ID.eq(PARTY.SCHOOL_ID), ALIAS.PARTY_ID.eq(PARTY.ID)));
        return db.select(PARTY.ID, PARTY.CODE, PARTY.NAME, PARTY.PINYIN, PARTY.BUSINESS, PARTY.CONTACT, PARTY.PHONE, aliases.as("aliases"),
                        when(PARTY.ACTIVE, inline("ACTIVE")).otherwise(inline("CLOSED")).as("state"), PARTY.GRADE)
                .from(PARTY).where(PARTY.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    @GetMapping
    @Allow({BUYER, GA_DIRECTOR, STOREKEEPER, ASSET_ADMIN, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER, CANTEEN_MANAGER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, this::rows, request, actor);
    }

    /** Suggestions while a name is typed. */
    @GetMapping("/pick")
    @ResponseBody
    @Allow({BUYER, GA_DIRECTOR, STOREKEEPER, ASSET_ADMIN, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, CANTEEN_MANAGER})
    List<Form.Suggestion> pick(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> service.search(q, SUGGESTIONS).stream().map(p -> new Form.Suggestion(p.name(), p.name(), p.code())).toList());
    }

    @GetMapping("/new")
    @Allow({BUYER, GA_DIRECTOR})
    ModelAndView blank(Actor actor) {
        return newPage(FormView.blank(DETAILS));
    }

    @PostMapping
    @Allow({BUYER, GA_DIRECTOR})
    Object register(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, DETAILS, PATH + "/" + id + "?did=registered",
                in -> service.register(actor, id, in.text("name"), in.optional("contact"), in.optional("phone"), in.optional("business")), this::newPage);
    }

    @GetMapping("/{id}")
    @Allow({BUYER, GA_DIRECTOR, STOREKEEPER, ASSET_ADMIN, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER, CANTEEN_MANAGER})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", card(known(id), actor))));
    }

    @GetMapping("/{id}/edit")
    @Allow({BUYER, GA_DIRECTOR})
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var k = known(id);
            return editPage(k, FormView.blank(changing).with("name", k.party().name()).with("business", k.business()).with("contact", k.contact()).with("phone", k.phone())
                    .with("state", k.party().active() ? "ACTIVE" : "CLOSED"));
        });
    }

    @PostMapping("/{id}")
    @Allow({BUYER, GA_DIRECTOR})
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, changing, PATH + "/" + id + "?did=changed",
                in -> service.change(actor, id, new PartyRepository.Details(in.text("name"), in.optional("contact"), in.optional("phone"), in.optional("business")),
                        "ACTIVE".equals(in.text("state")), null), view -> editPage(known(id), view));
    }

    @GetMapping("/{id}/aliases")
    @Allow({BUYER, GA_DIRECTOR})
    ModelAndView aliasing(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> aliasPage(known(id), FormView.blank(ALIASING)));
    }

    @PostMapping("/{id}/aliases")
    @Allow({BUYER, GA_DIRECTOR})
    Object addAlias(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, ALIASING, PATH + "/" + id + "?did=changed", in -> service.addAlias(actor, id, in.text("alias")), view -> aliasPage(known(id), view));
    }

    private CardPage card(PartyRepository.Known k, Actor actor) {
        var p = k.party();
        var facts = List.of(Fact.of(messages.say("label.code"), p.code()), Fact.of(messages.say("parties.party.business"), k.business()),
                Fact.of(messages.say("parties.party.contact"), k.contact()), Fact.of(messages.say("label.phone"), k.phone()),
                Fact.of(messages.say("parties.party.aliases"), String.join("、", parties.aliases(p.id()))));
        var alike = service.like(p.name(), k.phone()).stream().filter(o -> !o.id().equals(p.id())).toList();
        var listings = alike.isEmpty() ? List.<CardPage.Listing>of() : List.of(new CardPage.Listing(messages.say("parties.party.alike"), List.of(messages.say("label.code"), messages.say("label.name")),
                alike.stream().map(o -> List.of(Cell.of(o.code()), new Cell(o.name(), PATH + "/" + o.id()))).collect(Collectors.toList()), ""));
        var buttons = new ArrayList<Button>();
        if (actor.holdsAny(BUYER, GA_DIRECTOR)) {
            buttons.add(Button.link(messages.say("parties.party.edit.do"), PATH + "/" + p.id() + "/edit", "edit"));
            buttons.add(Button.link(messages.say("parties.party.alias.do"), PATH + "/" + p.id() + "/aliases", "plus"));
        }
        return new CardPage(p.name(), messages.say("parties.party.state." + (p.active() ? "ACTIVE" : "CLOSED")), Column.Mark.END, PATH,
                messages.say("parties.party.title"), facts, listings, Timeline.of(trail.steps(p.id()), messages), buttons).from(provenances.of(p.id(), actor));
    }

    private PartyRepository.Known known(UUID id) {
        return parties.known(id).orElseThrow(NotFound::new);
    }

    private ModelAndView newPage(FormView view) {
        return form(FormPage.of(messages.say("parties.party.new"), PATH, messages.say("parties.party.title"), PATH, view, messages.say("parties.save")));
    }

    private ModelAndView editPage(PartyRepository.Known k, FormView view) {
        return form(FormPage.of(messages.say("parties.party.edit", k.party().name()), PATH + "/" + k.party().id(), k.party().name(), PATH + "/" + k.party().id(), view, messages.say("parties.save")));
    }

    private ModelAndView aliasPage(PartyRepository.Known k, FormView view) {
        return form(FormPage.of(messages.say("parties.party.alias.of", k.party().name()), PATH + "/" + k.party().id(), k.party().name(), PATH + "/" + k.party().id() + "/aliases", view,
                messages.say("parties.save")).lead(messages.say("parties.party.alias.lead")));
    }

    private static ModelAndView form(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page));
    }
}
