package org.zongwu.stocktaking.sheet;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.Sheet;
import org.zongwu.stocktaking.variance.DifferenceService;
import org.zongwu.stocktaking.variance.DifferenceService.LineOnPaper;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Paper;
import org.zongwu.web.Printer;
import org.zongwu.web.Shown;

/** 盘点表, blank and without the book, and 盘盈盘亏汇总表. */
@Controller
@RequestMapping("/stocktakes/{ref}/sheets/{sheet}")
class SheetController {
    private final CampaignService campaigns;
    private final DifferenceService lines;
    private final Printer printer;
    private final Schools schools;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    SheetController(CampaignService campaigns, DifferenceService lines, Printer printer, Schools schools, Messages messages, Tenancy tenancy, Clock clock) {
        this.campaigns = campaigns;
        this.lines = lines;
        this.printer = printer;
        this.schools = schools;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** To count on with a pencil. */
    @GetMapping("/blank.pdf")
    @Allow(everyone = true)
    ResponseEntity<byte[]> blank(@PathVariable String ref, @PathVariable UUID sheet, Actor actor) {
        return print(actor, tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            var here = campaign.sheet(sheet);
            if (!Campaign.mayOrganise(actor) && !actor.holds(STOREKEEPER) && !here.isCountedBy(actor.employeeId())) throw new NotFound();
            return paper("stocktake.sheet.blank", campaign, here, List.of(head("label.line", true, 12), head("label.code", false, 26), head("stocktake.line.title-of", false, 0), head("label.unit", false, 16),
                    head("stocktake.line.counted", true, 30), head("label.remark", false, 34)), byArea(lines.onPaper(sheet)), List.of(), messages.say("stocktake.sheet.blank.note"),
                    List.of(signed("stocktake.counter"), signed("stocktake.witness"), signed("label.at")));
        }));
    }

    /** What was counted and by how much it is off; only once nobody counts any more. */
    @GetMapping("/summary.pdf")
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    ResponseEntity<byte[]> summary(@PathVariable String ref, @PathVariable UUID sheet, Actor actor) {
        return print(actor, tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            if (campaign.state().isBlind()) throw new NotFound();
            var all = lines.onPaper(sheet);
            var off = all.stream().filter(l -> l.difference() == null || l.difference().value().signum() != 0).toList();
            var gains = off.stream().filter(l -> l.difference() != null && l.difference().isPositive()).count();
            return paper("stocktake.sheet.differences", campaign, campaign.sheet(sheet), List.of(head("label.line", true, 12), head("label.code", false, 22), head("stocktake.line.title-of", false, 0), head("label.unit", false, 14),
                    head("stocktake.line.book", true, 18), head("stocktake.line.counted", true, 18), head("stocktake.line.gain", true, 16), head("stocktake.line.loss", true, 16), head("label.reason", false, 40)),
                    off.stream().map(this::difference).toList(), List.of(messages.say("stocktake.sheet.totals", all.size(), all.size() - off.size(), gains, off.size() - gains)), null,
                    List.of(signed("stocktake.keeper"), signed("stocktake.counter"), signed("stocktake.approved-by")));
        }));
    }

    private static List<List<String>> byArea(List<LineOnPaper> lines) {
        var all = new ArrayList<List<String>>();
        String area = null;
        for (var l : lines) {
            if (!l.area().equals(area)) all.add(List.of(l.area()));
            area = l.area();
            all.add(List.of(Integer.toString(l.number()), l.code(), l.title(), l.unit(), "", ""));
        }
        return all;
    }

    private List<String> difference(LineOnPaper l) {
        var off = l.difference();
        return List.of(Integer.toString(l.number()), l.code(), l.title(), l.unit(), l.book() == null ? "" : l.book().toString(), l.quantity() == null ? "" : l.quantity().toString(),
                off != null && off.isPositive() ? off.toString() : "", off != null && !off.isPositive() ? off.negated().toString() : "",
                l.reason() == null ? messages.say("stocktake.sheet.no-reason") : messages.say("stocktake.reason." + l.reason().name()) + "：" + l.words());
    }

    private Paper paper(String titleKey, Campaign campaign, Sheet sheet, List<Paper.Head> heads, List<List<String>> rows, List<String> totals, @Nullable String note, List<Paper.Stamp> stamps) {
        return new Paper(messages.say(titleKey), campaign.ref().no(), List.of(new Paper.Meta(messages.say("stocktake.line.campaign"), campaign.name()), new Paper.Meta(messages.say("stocktake.line.place"), sheet.name()),
                new Paper.Meta(messages.say("stocktake.frozen-at"), campaign.frozenAt() == null ? "—" : Shown.fullTime(campaign.frozenAt()))), heads, rows, "", 0, totals, note, stamps, null);
    }

    private Paper.Head head(String key, boolean right, int mm) {
        return new Paper.Head(messages.say(key), right, mm);
    }

    private Paper.Stamp signed(String roleKey) {
        return new Paper.Stamp(messages.say(roleKey), "", "", null, false);
    }

    private ResponseEntity<byte[]> print(Actor actor, Paper paper) {
        return printer.a4(schools.find(actor.schoolId()).orElseThrow().name(), paper, new Journal.Print(1, actor.name(), clock.instant()));
    }
}
