package org.zongwu.stocktaking.campaign;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** The screens of stocktakes: register, plan, one campaign, and one noun for each step it takes. */
@Controller
@RequestMapping(CampaignController.PATH)
class CampaignController {
    static final String PATH = "/stocktakes";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final Register register;
    private final CampaignRepository campaigns;
    private final CampaignService service;
    private final CampaignForm form;
    private final CampaignPages pages;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    CampaignController(CampaignRepository campaigns, CampaignService service, CampaignForm form, CampaignPages pages, Registers registers, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.campaigns = campaigns;
        this.service = service;
        this.form = form;
        this.pages = pages;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        register = Register.of("stocktake", PATH)
                .columns(Column.code("no", NO), Column.text("name", field(name("r", "name"))).link(r -> PATH + "/" + r.get(ID)), Column.date("day", DAY), Column.text("places", field(name("r", "places"))),
                        Column.count("lines", field(name("r", "lines"), Integer.class)).summed(), Column.count("counted", field(name("r", "counted"), Integer.class)).summed(),
                        Column.count("matched", field(name("r", "matched"), Integer.class)).summed(), Column.count("differing", field(name("r", "differing"), Integer.class)).summed(),
                        Column.status("state", STATE, "stocktake.state", CampaignPages::mark))
                .with(ID).words(NO, field(name("r", "name"), String.class), field(name("r", "places"), String.class)).days(DAY).choice("state", STATE, pages::states)
                .linkFlag("open", field(name("r", "open"), Boolean.class).isTrue())
                .order("-day", ID).phone("name", "differing", List.of("day", "places", "counted"), "state").creates(PATH + "/new", GA_DIRECTOR, ASSET_ADMIN);
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, campaigns::rows, request, actor);
    }

    @GetMapping("/new")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> newPage(form.blank()));
    }

    @PostMapping
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object plan(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form.plan(), PATH + "/" + id + "?did=stocktake-planned",
                in -> service.plan(actor, id, in.text("name"), form.recount(in), in.day("day"), form.wanted(in)), this::newPage);
    }

    @GetMapping("/{ref}")
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    ModelAndView show(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(service.campaign(ref), actor, FormView.blank(Form.BUTTON)));
    }

    @PostMapping("/{ref}/freezing")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object freeze(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "stocktake-frozen", request, actor, id -> service.freeze(actor, id));
    }

    @PostMapping("/{ref}/second-count")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object countAgain(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "stocktake-second-count", request, actor, id -> service.countAgain(actor, id));
    }

    @PostMapping("/{ref}/comparison")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object compare(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "stocktake-compared", request, actor, id -> service.compare(actor, id));
    }

    @PostMapping("/{ref}/closing")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object close(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "stocktake-closed", request, actor, id -> service.close(actor, id));
    }

    @GetMapping("/{ref}/counters/new")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView blankCounter(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var campaign = service.campaign(ref);
            return counterPage(campaign, FormView.blank(form.appointment(campaign)));
        });
    }

    @PostMapping("/{ref}/counters")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object appoint(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var campaign = tenancy.read(actor.schoolId(), () -> service.campaign(ref));
        return submissions.post(request, actor, form.appointment(campaign), PATH + "/" + campaign.id() + "?did=saved",
                in -> service.appoint(actor, campaign.id(), UUID.fromString(in.text("sheet")), form.person(in), Integer.parseInt(in.text("round"))), view -> counterPage(campaign, view));
    }

    @GetMapping("/{ref}/cancellation")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView blankCancellation(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> cancelPage(service.campaign(ref), FormView.blank(CampaignForm.CANCEL)));
    }

    @PostMapping("/{ref}/cancellation")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object cancel(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var campaign = tenancy.read(actor.schoolId(), () -> service.campaign(ref));
        return submissions.post(request, actor, CampaignForm.CANCEL, PATH + "/" + campaign.id() + "?did=saved", in -> service.cancel(actor, campaign.id(), in.text("reason")), view -> cancelPage(campaign, view));
    }

    private Object step(String ref, String did, HttpServletRequest request, Actor actor, Consumer<UUID> work) {
        var id = tenancy.read(actor.schoolId(), () -> service.campaign(ref).id());
        return submissions.post(request, actor, Form.BUTTON, PATH + "/" + id + "?did=" + did, in -> work.accept(id), view -> page(service.campaign(id), actor, view));
    }

    private ModelAndView page(Campaign campaign, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(campaign, actor, view)));
    }

    private ModelAndView newPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake.new"), PATH, messages.say("stocktake.title"), PATH, view, messages.say("stocktake.plan"))
                .lead(messages.say("stocktake.new.lead")).note(messages.say("stocktake.new.note"))));
    }

    private ModelAndView counterPage(Campaign campaign, FormView view) {
        var path = PATH + "/" + campaign.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake.appoint"), path, campaign.name(), path + "/counters", view, messages.say("stocktake.appoint"))));
    }

    private ModelAndView cancelPage(Campaign campaign, FormView view) {
        var path = PATH + "/" + campaign.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake.cancel"), path, campaign.name(), path + "/cancellation", view, messages.say("stocktake.cancel"))));
    }
}
