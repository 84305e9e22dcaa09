package org.zongwu.approvals.delegation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.approvals.kind.Watchers;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.People;
import org.zongwu.trail.Timeline;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.CardPage;
import org.zongwu.web.CardPage.Fact;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** 代签授权: everybody sees what he gave and was given; those who lead, keep books or audit see all. */
@Controller
@RequestMapping(DelegationController.PATH)
@Allow(everyone = true)
class DelegationController {
    static final String PATH = "/approvals/delegations";
    private static final String EVERY_KIND = "*";
    private static final Form ENDING = Form.of("approvals.delegation-ending");
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> DUTY = field(name("r", "duty"), String.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<LocalDate> FROM = field(name("r", "valid_from"), LocalDate.class);
    private static final Field<LocalDate> TO = field(name("r", "valid_to"), LocalDate.class);
    private static final Field<String> HOLDER = field(name("r", "holder"), String.class);
    private static final Field<String> STAND_IN = field(name("r", "stand_in"), String.class);

    private final Register register;
    private final DelegationRepository delegations;
    private final DelegationService service;
    private final Approvables approvables;
    private final People people;
    private final Registers registers;
    private final Submissions submissions;
    private final Trail trail;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    DelegationController(DelegationRepository delegations, DelegationService service, Approvables approvables, People people, Registers registers, Submissions submissions, Trail trail, Messages messages,
            Tenancy tenancy, Clock clock) {
        this.delegations = delegations;
        this.service = service;
        this.approvables = approvables;
        this.people = people;
        this.registers = registers;
        this.submissions = submissions;
        this.trail = trail;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        register = Register.of("approvals.delegation", PATH)
                .columns(Column.word("duty", DUTY, "duty").link(r -> PATH + "/" + r.get(ID)), Column.text("holder", HOLDER), Column.text("stand-in", STAND_IN), Column.date("from", FROM), Column.date("to", TO),
                        Column.money("max", field(name("r", "max_amount"), Long.class)), Column.text("reason", field(name("r", "reason"))), Column.status("state", STATE, "approvals.delegation.state", DelegationController::mark))
                .with(ID).words(HOLDER, STAND_IN, field(name("r", "holder_pinyin"), String.class), field(name("r", "stand_in_pinyin"), String.class)).days(FROM, TO).choice("state", STATE, this::states)
                .order("-from", ID).phone("stand-in", "duty", List.of("holder", "from", "to"), "state").creates(PATH + "/new", giving());
    }

    private static Duty[] giving() {
        return List.of(Duty.values()).stream().filter(d -> !d.administers()).toArray(Duty[]::new);
    }

    private static Column.Mark mark(String state) {
        return switch (state) {
            case "NOW" -> Column.Mark.GO;
            case "LATER" -> Column.Mark.WAIT;
            default -> Column.Mark.END;
        };
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("NOW", "LATER", "OVER", "WITHDRAWN")) all.put(state, messages.say("approvals.delegation.state." + state));
        return all;
    }

    @GetMapping
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> delegations.rows(actor, Watchers.include(actor), LocalDate.now(clock)), request, actor);
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var view = FormView.blank(form(actor)).with("from", LocalDate.now(clock)).with("kind", EVERY_KIND);
            if (duties(actor).size() == 1) view.with("duty", duties(actor).keySet().iterator().next());
            return page(view);
        });
    }

    @PostMapping
    Object give(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form(actor), PATH + "/" + id + "?did=stand-in-given", in -> service.give(actor, typed(id, actor, in)), this::page);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", card(mine(id, actor), actor))));
    }

    @GetMapping("/{id}/ending")
    ModelAndView ending(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> endPage(mine(id, actor), FormView.blank(ENDING)));
    }

    @PostMapping("/{id}/ending")
    Object end(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        tenancy.read(actor.schoolId(), () -> mine(id, actor));
        return submissions.post(request, actor, ENDING, PATH + "/" + id + "?did=stand-in-withdrawn", in -> service.withdraw(actor, id), view -> endPage(mine(id, actor), view));
    }

    private Form form(Actor actor) {
        return Form.of("approvals.delegation").choice("duty", () -> duties(actor)).pick("stand_in", "/school/employees/pick").day("from").day("to").choice("kind", this::kinds).money("max").optional().text("reason").wide();
    }

    private Map<String, String> duties(Actor actor) {
        var words = new LinkedHashMap<String, String>();
        actor.duties().stream().filter(d -> !d.administers()).sorted().forEach(d -> words.put(d.name(), messages.say("duty." + d)));
        return words;
    }

    private Map<String, String> kinds() {
        var words = new LinkedHashMap<String, String>();
        words.put(EVERY_KIND, messages.say("approvals.delegation.every-kind"));
        words.putAll(approvables.words());
        return words;
    }

    private Delegation typed(UUID id, Actor actor, Typed in) {
        var kinds = in.text("kind").equals(EVERY_KIND) ? approvables.words().keySet() : Set.of(in.text("kind"));
        var max = in.money("max");
        return new Delegation(id, Duty.valueOf(in.text("duty")), actor.employeeId(), people.typed("stand_in", in.text("stand_in")).id(), in.day("from"), in.day("to"), kinds,
                max == null || max.isZero() ? null : max, in.text("reason"), clock.instant(), null);
    }

    private Delegation mine(UUID id, Actor actor) {
        var d = service.delegation(id);
        if (!Watchers.include(actor) && !actor.employeeId().equals(d.holderId()) && !actor.employeeId().equals(d.standInId())) throw new NotFound();
        return d;
    }

    private CardPage card(Delegation d, Actor actor) {
        var state = d.state(LocalDate.now(clock));
        var kinds = String.join("、", d.kinds().stream().sorted().map(k -> messages.first("approvable." + k)).toList());
        var facts = List.of(Fact.of(say("duty"), messages.say("duty." + d.duty())), Fact.of(say("holder"), service.name(d.holderId())), Fact.of(say("stand-in"), service.name(d.standInId())),
                Fact.of(say("days"), d.from() + " – " + d.to()), Fact.of(say("kind"), kinds), Fact.of(say("max"), d.max() == null ? say("no-limit") : d.max()), Fact.of(say("reason"), d.reason()));
        var over = state.equals("OVER") || state.equals("WITHDRAWN");
        var buttons = !over && actor.employeeId().equals(d.holderId()) ? List.of(Button.danger(say("withdraw"), PATH + "/" + d.id() + "/ending", "undo")) : List.<Button>of();
        return new CardPage(messages.say("duty." + d.duty()) + "　" + service.name(d.standInId()), say("state." + state), mark(state), PATH, say("title"), facts, List.of(),
                Timeline.of(trail.steps(d.id()), messages), buttons);
    }

    private ModelAndView page(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(say("new"), PATH, say("title"), PATH, view, say("new")).lead(say("new.lead"))));
    }

    private ModelAndView endPage(Delegation d, FormView view) {
        var path = PATH + "/" + d.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(say("withdraw"), path, service.name(d.standInId()), path + "/ending", view, say("withdraw"))
                .lead(messages.say("approvals.delegation.withdraw.lead", service.name(d.standInId())))));
    }

    private String say(String key) {
        return messages.say("approvals.delegation." + key);
    }
}
