package org.zongwu.stocktaking.count;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.Sheet;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/**
 * The page that somebody counts on, and what it fetches and sends. It goes on without the network: counts wait in the page until
 * they are through. Only who was appointed sees it, and never what the book says.
 */
@Controller
@RequestMapping("/stocktakes/{ref}")
class CountController {
    /** What was kept a moment before somebody asked may not have been committed then. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final CountService service;
    private final CampaignService campaigns;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    CountController(CountService service, CampaignService campaigns, Messages messages, Tenancy tenancy, Clock clock) {
        this.service = service;
        this.campaigns = campaigns;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/sheets/{sheet}/count")
    @Allow(everyone = true)
    ModelAndView page(@PathVariable String ref, @PathVariable UUID sheet, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            var mine = mine(campaign, sheet, actor);
            return new ModelAndView("stocktaking/count", Map.of("page", new CountPage(campaign, mine, actor, messages.first("stocktake.round." + campaign.state().round()))));
        });
    }

    @GetMapping("/sheets/{sheet}/list")
    @Allow(everyone = true)
    ResponseEntity<Map<String, Object>> list(@PathVariable String ref, @PathVariable UUID sheet, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            var mine = mine(campaign, sheet, actor);
            var lines = service.list(campaign, mine, actor.employeeId()).stream()
                    .map(l -> List.<Object>of(l.id(), l.number(), l.code(), l.title(), l.area(), l.unit(), l.codes(), l.done(), l.mine() && campaign.state().round() == 2)).toList();
            return fresh(Map.of("round", campaign.state().round(), "lines", lines, "now", clock.millis()));
        });
    }

    /** What others counted meanwhile, and whether the round is still the same. */
    @GetMapping("/sheets/{sheet}/progress")
    @Allow(everyone = true)
    ResponseEntity<Map<String, Object>> progress(@PathVariable String ref, @PathVariable UUID sheet, @RequestParam(defaultValue = "0") long since, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var campaign = campaigns.campaign(ref);
            var mine = mine(campaign, sheet, actor);
            var from = Instant.ofEpochMilli(Math.max(0, Math.min(since, clock.millis()))).minus(OVERLAP);
            return fresh(Map.of("round", campaign.state().round(), "done", service.countedSince(campaign, mine, from), "now", clock.millis()));
        });
    }

    /**
     * Counts that waited in a page: {@code id}, {@code line}, {@code round}, {@code quantity} and {@code at} as often as there are
     * counts, and {@code sent}, all times in milliseconds of the phone's clock. Every id is answered; sent again it changes nothing.
     */
    @PostMapping("/counts")
    @Allow(everyone = true)
    ResponseEntity<Map<String, Object>> take(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var campaign = tenancy.read(actor.schoolId(), () -> campaigns.campaign(ref));
        if (campaign.sheets().stream().noneMatch(s -> s.isCountedBy(actor.employeeId()))) throw new NotFound();
        var sent = request.getParameter("sent");
        var entries = entries(request);
        if (sent == null || !sent.matches("\\d{1,15}") || entries == null) return ResponseEntity.badRequest().body(Map.of("why", messages.say("rule.stocktake.unreadable")));
        var results = service.take(actor, campaign.id(), Instant.ofEpochMilli(Long.parseLong(sent)), entries);
        var said = new LinkedHashMap<String, Object>();
        results.forEach((id, result) -> said.put(id.toString(), result.name()));
        return fresh(Map.of("results", said, "round", tenancy.<Integer>read(actor.schoolId(), () -> campaigns.campaign(campaign.id()).state().round())));
    }

    private static @Nullable List<CountService.Entry> entries(HttpServletRequest request) {
        var ids = all(request, "id");
        var lines = all(request, "line");
        var rounds = all(request, "round");
        var quantities = all(request, "quantity");
        var times = all(request, "at");
        if (ids.length == 0 || ids.length > CountService.MOST || lines.length != ids.length || rounds.length != ids.length || quantities.length != ids.length || times.length != ids.length) return null;
        var entries = new ArrayList<CountService.Entry>();
        try {
            for (var i = 0; i < ids.length; i++) {
                var quantity = CountedText.read(quantities[i]);
                if (quantity.isEmpty()) return null;
                entries.add(new CountService.Entry(UUID.fromString(ids[i]), UUID.fromString(lines[i]), Integer.parseInt(rounds[i]), quantity.get(), Instant.ofEpochMilli(Long.parseLong(times[i]))));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
        return entries;
    }

    private static String[] all(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static Sheet mine(Campaign campaign, UUID sheetId, Actor actor) {
        var sheet = campaign.sheet(sheetId);
        if (!sheet.isCountedBy(actor.employeeId())) throw new NotFound();
        return sheet;
    }

    private static ResponseEntity<Map<String, Object>> fresh(Map<String, Object> body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
