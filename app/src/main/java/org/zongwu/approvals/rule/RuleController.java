package org.zongwu.approvals.rule;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** 审批权限: every rule that was in force, is, or is proposed. */
@Controller
@RequestMapping(RulePages.PATH)
@Allow({GA_DIRECTOR, PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER})
class RuleController {
    private static final Field<String> REF = field(name("r", "ref"), String.class);
    private static final Field<String> KIND = field(name("r", "kind"), String.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<LocalDate> FROM = field(name("r", "valid_from"), LocalDate.class);
    private static final Form SETTING = Form.of("approvals.rule-setting");
    private static final Form REFUSAL = Form.of("approvals.rule-refusal").area("words");

    private final Register register;
    private final RuleRepository rules;
    private final RuleService service;
    private final RuleForm form;
    private final RulePages pages;
    private final Approvables approvables;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    RuleController(RuleRepository rules, RuleService service, RuleForm form, RulePages pages, Approvables approvables, Registers registers, Submissions submissions, Messages messages,
            Tenancy tenancy, Clock clock) {
        this.rules = rules;
        this.service = service;
        this.form = form;
        this.pages = pages;
        this.approvables = approvables;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        register = Register.of("approvals.rule", RulePages.PATH)
                .columns(Column.word("kind", KIND, "approvable").link(r -> RulePages.PATH + "/" + r.get(REF)), Column.date("from", FROM), Column.text("source", field(name("r", "source"))),
                        Column.text("proposed-by", field(name("r", "proposed_by"))), Column.text("decided-by", field(name("r", "decided_by"))),
                        Column.status("state", STATE, "approvals.rule.state", RuleState::mark))
                .with(REF).words(KIND, field(name("r", "source"), String.class)).choice("kind", KIND, approvables::words).choice("state", STATE, this::states).order("kind", REF)
                .phone("kind", "from", List.of("source"), "state").creates(RulePages.PATH + "/new", GA_DIRECTOR);
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("SET", "LATER", "PROPOSED", "OVER", "REFUSED")) all.put(state, messages.say("approvals.rule.state." + state));
        return all;
    }

    @GetMapping
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, () -> rules.rows(approvables.words().keySet(), messages.say("approvals.rule.default"), LocalDate.now(clock)), request, actor);
    }

    /** @param kind begins with the rule that holds for it today */
    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(@RequestParam(required = false) @Nullable String kind, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var view = FormView.blank(form.form).with("from", LocalDate.now(clock));
            var begun = kind == null ? approvables.all().stream().findFirst() : approvables.find(kind);
            begun.ifPresent(a -> form.filled(view.with("kind", a.kind()), service.inForce(a.kind(), LocalDate.now(clock)).tiers()));
            return proposal(view);
        });
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object propose(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form.form, RulePages.PATH + "/" + id + "?did=approval-rule-proposed",
                in -> service.propose(actor, id, in.text("kind"), in.day("from"), in.text("source"), form.tiers(in)), this::proposal);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", approvables.find(id).map(a -> pages.defaults(a.kind(), service.defaults(a.kind())))
                .orElseGet(() -> pages.card(service.rule(uuid(id)), actor)))));
    }

    @GetMapping("/{id}/setting")
    @Allow(PRINCIPAL)
    ModelAndView setting(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> decision(waiting(id), "setting", FormView.blank(SETTING)));
    }

    @PostMapping("/{id}/setting")
    @Allow(PRINCIPAL)
    Object set(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return decide(id, "setting", SETTING, request, actor, in -> service.set(actor, id));
    }

    @GetMapping("/{id}/refusal")
    @Allow(PRINCIPAL)
    ModelAndView refusal(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> decision(waiting(id), "refusal", FormView.blank(REFUSAL)));
    }

    @PostMapping("/{id}/refusal")
    @Allow(PRINCIPAL)
    Object refuse(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return decide(id, "refusal", REFUSAL, request, actor, in -> service.refuse(actor, id, in.text("words")));
    }

    private Object decide(UUID id, String step, Form form, HttpServletRequest request, Actor actor, Consumer<Typed> work) {
        tenancy.read(actor.schoolId(), () -> service.rule(id));
        return submissions.post(request, actor, form, RulePages.PATH + "/" + id + "?did=approval-rule-" + step, work, view -> decision(service.rule(id), step, view));
    }

    private Rule waiting(UUID id) {
        var rule = service.rule(id);
        if (rule.state() != RuleState.PROPOSED) throw new NotFound();
        return rule;
    }

    private ModelAndView decision(Rule rule, String step, FormView view) {
        var path = RulePages.PATH + "/" + rule.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("approvals.rule-" + step + ".title", pages.word(rule.kind())), path, pages.word(rule.kind()), path + "/" + step, view,
                messages.say("approvals.rule-" + step + ".do")).about(pages.paper(rule))));
    }

    private ModelAndView proposal(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("approvals.rule.new"), RulePages.PATH, messages.say("approvals.rule.title"), RulePages.PATH, view,
                messages.say("approvals.rule.propose")).lead(messages.say("approvals.rule.new.lead"))));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
