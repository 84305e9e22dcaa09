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
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** 盘盈盘亏单: prepared from a campaign, approved or given back. */
@Controller
class ProposalController {
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<UUID> CAMPAIGN_ID = field(name("r", "campaign_id"), UUID.class);
    private static final Field<String> STATE = field(name("r", "state"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);
    private static final Form RETURN = Form.of("stocktake.return").area("words");

    private final Register register;
    private final ProposalRepository variances;
    private final ProposalService service;
    private final ProposalPages pages;
    private final CampaignService campaigns;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;

    ProposalController(ProposalRepository variances, ProposalService service, ProposalPages pages, CampaignService campaigns, Registers registers, Submissions submissions, Messages messages, Tenancy tenancy) {
        this.variances = variances;
        this.service = service;
        this.pages = pages;
        this.campaigns = campaigns;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        register = Register.of("stocktake.variance", ProposalPages.PATH)
                .columns(Column.date("day", DAY).link(r -> ProposalPages.PATH + "/" + r.get(ID)), Column.text("campaign", field(name("r", "campaign"))).link(r -> "/stocktakes/" + r.get(CAMPAIGN_ID)),
                        Column.text("place", field(name("r", "place"))), Column.count("lines", field(name("r", "lines"), Integer.class)).summed(), Column.text("prepared-by", field(name("r", "prepared_by"))),
                        Column.text("decided-by", field(name("r", "decided_by"))), Column.code("document", field(name("r", "document"))), Column.status("state", STATE, "stocktake.variance.state", ProposalPages::mark))
                .with(ID, CAMPAIGN_ID).words(field(name("r", "campaign"), String.class), field(name("r", "document"), String.class), field(name("r", "place"), String.class))
                .days(DAY).choice("state", STATE, this::states).hiddenFilter("stocktake", CAMPAIGN_ID)
                .order("-day", ID).phone("place", "lines", List.of("day", "campaign"), "state");
    }

    @GetMapping(ProposalPages.PATH)
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, variances::rows, request, actor);
    }

    /** Prepares the documents of a campaign whose differences are all explained. */
    @PostMapping("/stocktakes/{ref}/variances")
    @Allow({STOREKEEPER, ASSET_ADMIN})
    Object prepare(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var campaign = tenancy.read(actor.schoolId(), () -> campaigns.campaign(ref));
        return submissions.post(request, actor, Form.BUTTON, "/stocktakes/" + campaign.id() + "?did=stocktake-resolved", in -> service.prepare(actor, campaign.id()),
                view -> new ModelAndView("web/form", Map.of("page", FormPage.of(campaign.name(), "/stocktakes/" + campaign.id(), campaign.name(), "/stocktakes/" + campaign.id() + "/variances", view,
                        messages.say("stocktake.prepare")))));
    }

    @GetMapping(ProposalPages.PATH + "/{id}")
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(id, actor, FormView.blank(Form.BUTTON)));
    }

    @PostMapping(ProposalPages.PATH + "/{id}/approval")
    @Allow(GA_DIRECTOR)
    Object approve(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        tenancy.read(actor.schoolId(), () -> service.proposal(id));
        return submissions.post(request, actor, Form.BUTTON, ProposalPages.PATH + "/" + id + "?did=variance-approved", in -> service.approve(actor, id), view -> page(id, actor, view));
    }

    @GetMapping(ProposalPages.PATH + "/{id}/return")
    @Allow(GA_DIRECTOR)
    ModelAndView blankReturn(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> returnPage(service.proposal(id), FormView.blank(RETURN)));
    }

    @PostMapping(ProposalPages.PATH + "/{id}/return")
    @Allow(GA_DIRECTOR)
    Object giveBack(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var proposal = tenancy.read(actor.schoolId(), () -> service.proposal(id));
        return submissions.post(request, actor, RETURN, ProposalPages.PATH + "/" + id + "?did=variance-returned", in -> service.giveBack(actor, id, in.text("words")), view -> returnPage(proposal, view));
    }

    private ModelAndView page(UUID id, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(service.proposal(id), actor, view)));
    }

    private ModelAndView returnPage(Proposal proposal, FormView view) {
        var path = ProposalPages.PATH + "/" + proposal.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake.variance.return"), path, messages.say("stocktake.variance.one"), path + "/return", view,
                messages.say("stocktake.variance.return"))));
    }

    private Map<String, String> states() {
        var all = new LinkedHashMap<String, String>();
        for (var state : List.of("PREPARED", "RETURNED", "APPROVED")) all.put(state, messages.say("stocktake.variance.state." + state));
        return all;
    }
}
