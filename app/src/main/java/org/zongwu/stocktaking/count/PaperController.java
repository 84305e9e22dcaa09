package org.zongwu.stocktaking.count;

import static org.zongwu.web.Form.Kind.TEXT;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.Sheet;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** A counted sheet of paper typed into a grid; and what was found there that is not on the list. */
@Controller
@RequestMapping("/stocktakes/{ref}/sheets/{sheet}")
class PaperController {
    /** So many lines of what is still to be counted stand in the grid at once. */
    private static final int LINES = 50;
    private static final Form FIND = Form.of("stocktake.find").pick("code", "/stores/items/pick");

    private final Form paper;
    private final CountService service;
    private final CampaignService campaigns;
    private final People people;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    PaperController(CountService service, CampaignService campaigns, People people, Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.service = service;
        this.campaigns = campaigns;
        this.people = people;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
        paper = Form.of("stocktake.paper").pick("person", "/school/employees/pick").moment("at").line("code", TEXT, null).optionalLine("title", TEXT).optionalLine("counted", TEXT);
    }

    @GetMapping("/papers/new")
    @Allow(everyone = true)
    ModelAndView blank(@PathVariable String ref, @PathVariable UUID sheet, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            var here = mine(campaign, sheet, actor);
            var view = FormView.blank(paper).with("at", Shown.fullTime(clock.instant()).substring(0, 16));
            here.counters().stream().filter(c -> c.round() == campaign.state().round()).findFirst().flatMap(c -> people.employee(c.personId()))
                    .ifPresent(p -> view.with("person", p.name() + " " + p.staffNo()));
            service.list(campaign, here, actor.employeeId()).stream().filter(l -> !l.done()).limit(LINES)
                    .forEach(l -> view.withLine("code", l.code()).withLine("title", l.title() + "　" + l.unit()).withLine("counted", ""));
            return page(campaign, here, view);
        });
    }

    @PostMapping("/papers")
    @Allow(everyone = true)
    Object type(@PathVariable String ref, @PathVariable UUID sheet, HttpServletRequest request, Actor actor) {
        var campaign = tenancy.read(actor.schoolId(), () -> campaigns.campaign(ref));
        var here = mine(campaign, sheet, actor);
        return submissions.post(request, actor, paper, path(campaign, here) + "/papers/new?did=counts-typed", in -> {
            var person = people.typed("person", in.text("person"));
            service.type(actor, campaign.id(), sheet, person.id(), person.name(), moment(in).atZone(clock.getZone()).toInstant(), counted(in));
        }, view -> page(campaign, here, view));
    }

    @GetMapping("/finds/new")
    @Allow(everyone = true)
    ModelAndView blankFind(@PathVariable String ref, @PathVariable UUID sheet, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            return findPage(campaign, mine(campaign, sheet, actor), FormView.blank(FIND));
        });
    }

    @PostMapping("/finds")
    @Allow(everyone = true)
    Object find(@PathVariable String ref, @PathVariable UUID sheet, HttpServletRequest request, Actor actor) {
        var campaign = tenancy.read(actor.schoolId(), () -> campaigns.campaign(ref));
        var here = mine(campaign, sheet, actor);
        var next = here.isCountedBy(actor.employeeId()) ? "/count" : "/papers/new";
        return submissions.post(request, actor, FIND, path(campaign, here) + next, in -> campaigns.find(actor, campaign.id(), sheet, in.text("code")),
                view -> findPage(campaign, here, view));
    }


    private static LocalDateTime moment(Typed in) {
        var at = in.moment("at");
        if (at == null) throw RuleBroken.at("at", "R-CNT-7", "rule.stocktake.counted-when");
        return at;
    }

    /** Lines without a number were not counted. */
    private static Map<String, Quantity> counted(Typed in) {
        var counted = new LinkedHashMap<String, Quantity>();
        for (var line : in.lines()) {
            var text = line.optional("counted");
            if (text == null) continue;
            var quantity = CountedText.read(text).orElseThrow(() -> RuleBroken.at(line.field("counted"), "R-CNT-7", "rule.stocktake.no-count", text));
            if (counted.put(line.text("code"), quantity) != null) throw RuleBroken.at(line.field("code"), "R-CNT-7", "rule.stocktake.twice-on-paper", line.text("code"));
        }
        if (counted.isEmpty()) throw RuleBroken.at("counted-0", "R-CNT-7", "rule.stocktake.nothing-typed");
        return counted;
    }

    private static Sheet mine(Campaign campaign, UUID sheetId, Actor actor) {
        var sheet = campaign.sheet(sheetId);
        if (!Campaign.mayOrganise(actor) && !sheet.isCountedBy(actor.employeeId())) throw new NotFound();
        return sheet;
    }

    private static String path(Campaign campaign, Sheet sheet) {
        return "/stocktakes/" + campaign.id() + "/sheets/" + sheet.id();
    }

    private ModelAndView page(Campaign campaign, Sheet sheet, FormView view) {
        var path = "/stocktakes/" + campaign.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake.paper.new", sheet.name()), path, campaign.name(), path(campaign, sheet) + "/papers", view,
                messages.say("stocktake.paper.save")).lead(messages.say("stocktake.paper.lead")).note(messages.say("stocktake.paper.note"))));
    }

    private ModelAndView findPage(Campaign campaign, Sheet sheet, FormView view) {
        var path = "/stocktakes/" + campaign.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("stocktake.find.new", sheet.name()), path, campaign.name(), path(campaign, sheet) + "/finds", view,
                messages.say("stocktake.find.save")).lead(messages.say("stocktake.find.lead"))));
    }
}
