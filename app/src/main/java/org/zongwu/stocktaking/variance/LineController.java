package org.zongwu.stocktaking.variance;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.stocktaking.count.CountService;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;

/** The register of all lines of all lists, and one line with everything that was counted and moved on it. */
@Controller
@RequestMapping(LineController.PATH)
class LineController {
    static final String PATH = "/stocktakes/lines";
    private static final List<String> STATES = List.of("OPEN", "COUNTED", "ONCE", "DISPUTED", "MATCHED", "DIFFERS");
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<UUID> VARIANCE = field(name("r", "variance_id"), UUID.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);

    private final Register register;
    private final Form explanation;
    private final DifferenceRepository lines;
    private final DifferenceService service;
    private final CountService counts;
    private final LinePages pages;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    LineController(DifferenceRepository lines, DifferenceService service, CountService counts, LinePages pages, Registers registers, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.lines = lines;
        this.service = service;
        this.counts = counts;
        this.pages = pages;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        explanation = Form.of("stocktake.explanation").choice("reason", this::reasons).price("price").optional().area("words");
        register = Register.of("stocktake.line", PATH)
                .columns(Column.text("campaign", field(name("r", "campaign"))).link(r -> "/stocktakes/" + r.get(field(name("r", "campaign_id"), UUID.class))), Column.text("place", field(name("r", "place"))),
                        Column.count("number", field(name("r", "line_no"), Integer.class)), Column.code("code", field(name("r", "code"))).link(r -> PATH + "/" + r.get(ID)),
                        Column.text("title", field(name("r", "title"))), Column.text("unit", field(name("r", "unit"))), Column.count("counts", field(name("r", "counts"), Integer.class)).summed(), Column.quantity("book", field(name("r", "book"), BigDecimal.class)),
                        Column.quantity("counted", field(name("r", "quantity"), BigDecimal.class)), Column.quantity("difference", field(name("r", "difference"), BigDecimal.class)).blank(),
                        Column.word("reason", field(name("r", "reason")), "stocktake.reason"), Column.code("document", field(name("r", "document"))).link(r -> ProposalPages.PATH + "/" + r.get(VARIANCE)),
                        Column.status("state", STATE, "stocktake.line.state", LinePages::mark))
                .with(ID, VARIANCE, field(name("r", "campaign_id"), UUID.class))
                .words(field(name("r", "code"), String.class), field(name("r", "title"), String.class), field(name("r", "area"), String.class), field(name("r", "campaign"), String.class))
                .days(DAY).choice("state", STATE, this::states).flag("differing", field(name("r", "differing"), Boolean.class).isTrue())
                .linkFlag("undone", field(name("r", "undone"), Boolean.class).isTrue())
                .hiddenFilter("stocktake", field(name("r", "campaign_id"), UUID.class)).hiddenFilter("sheet", field(name("r", "sheet_id"), UUID.class))
                .hiddenFilter("variance", VARIANCE)
                .order("number", ID).phone("title", "difference", List.of("place", "code", "counted"), "state");
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, lines::rows, request, actor);
    }

    @GetMapping("/{id}")
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("web/card", Map.of("page", pages.card(service.line(id), actor))));
    }

    @GetMapping("/{id}/explanation")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    ModelAndView explanation(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var line = service.line(id);
            return page(line, FormView.blank(explanation).with("reason", line.reason()).with("words", line.words()).with("price", line.price()), "explanation");
        });
    }

    @PostMapping("/{id}/explanation")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object explain(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var line = tenancy.read(actor.schoolId(), () -> service.line(id));
        return submissions.post(request, actor, explanation, PATH + "/" + id + "?did=saved",
                in -> service.explain(actor, id, Reason.valueOf(in.text("reason")), in.text("words"), in.price("price")), view -> page(line, view, "explanation"));
    }

    @GetMapping("/{id}/decision")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView decision(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(service.line(id), FormView.blank(decisionOn(id)), "decision"));
    }

    @PostMapping("/{id}/decision")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object decide(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var line = tenancy.read(actor.schoolId(), () -> service.line(id));
        return submissions.post(request, actor, decisionOn(id), PATH + "/" + id + "?did=saved", in -> service.decide(actor, id, UUID.fromString(in.text("count")), in.text("words")),
                view -> page(line, view, "decision"));
    }

    @GetMapping("/{id}/recount")
    @Allow({STOREKEEPER, GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView recount(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(service.line(id), FormView.blank(RECOUNT), "recount"));
    }

    @PostMapping("/{id}/recount")
    @Allow({STOREKEEPER, GA_DIRECTOR, ASSET_ADMIN})
    Object again(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var line = tenancy.read(actor.schoolId(), () -> service.line(id));
        return submissions.post(request, actor, RECOUNT, PATH + "/" + id + "?did=saved", in -> service.again(actor, id, in.text("words")), view -> page(line, view, "recount"));
    }

    private static final Form RECOUNT = Form.of("stocktake.recounting").area("words");

    /** One of the counts of this line. */
    private Form decisionOn(UUID id) {
        return Form.of("stocktake.decision").choice("count", () -> {
            var all = new LinkedHashMap<String, String>();
            counts.of(List.of(id)).getOrDefault(id, List.of()).forEach(t -> all.put(t.id().toString(), t.person() + "　" + t.quantity() + "　" + Shown.fullTime(t.at()) + "　" + messages.say("stocktake.decision.off", t.difference())));
            return all;
        }).area("words");
    }

    private ModelAndView page(Difference line, FormView view, String what) {
        var path = PATH + "/" + line.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake." + what + ".title", line.title()), path, line.code(), path + "/" + what, view, messages.say("stocktake." + what + ".save"))
                .lead(line.difference() == null ? null : messages.say("stocktake.line.off", line.book(), line.quantity(), line.difference(), line.unit()))));
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        STATES.forEach(s -> all.put(s, messages.say("stocktake.line.state." + s)));
        return all;
    }

    private Map<String, String> reasons() {
        var all = new LinkedHashMap<String, String>();
        for (var reason : Reason.values()) all.put(reason.name(), messages.say("stocktake.reason." + reason.name()));
        return all;
    }
}
