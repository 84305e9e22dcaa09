package org.zongwu.stocktaking.desk;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static zongwu.db.stocktaking.Tables.CAMPAIGN;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.VARIANCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.SearchSource;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stocktaking.campaign.Campaign;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Progress;
import org.zongwu.stocktaking.campaign.Sheet;

/** What stocktakes ask of people: count, lead on, explain, approve; what the next term must count; and how one is found. */
@Component
class StocktakingDesk implements TodoSource, PlanSource, SearchSource {
    private static final Duty[] READERS = {STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER};

    private final CampaignService campaigns;
    private final Coverage coverage;
    private final DSLContext db;
    private final Tenancy tenancy;

    StocktakingDesk(CampaignService campaigns, Coverage coverage, DSLContext db, Tenancy tenancy) {
        this.campaigns = campaigns;
        this.coverage = coverage;
        this.db = db;
        this.tenancy = tenancy;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        var all = new ArrayList<Todo>();
        for (var campaign : campaigns.running()) {
            var progress = campaigns.progress(campaign.id());
            var whole = progress.values().stream().reduce(Progress.NOTHING, Progress::plus);
            for (var sheet : campaign.sheets()) count(all, campaign, sheet, progress.getOrDefault(sheet.id(), Progress.NOTHING), actor);
            var next = next(campaign, whole, actor);
            if (next != null) all.add(new Todo(next, campaign.name(), campaign.ref().no(), campaign.plannedOn(), null, "/stocktakes/" + campaign.id()));
        }
        if (actor.holds(GA_DIRECTOR)) {
            db.select(VARIANCE.ID, PLACE.NAME, CAMPAIGN.NAME, VARIANCE.LINES).from(VARIANCE).join(PLACE).on(PLACE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PLACE.ID.eq(VARIANCE.SHEET_ID))
                    .join(CAMPAIGN).on(CAMPAIGN.SCHOOL_ID.eq(PLACE.SCHOOL_ID), CAMPAIGN.ID.eq(PLACE.CAMPAIGN_ID))
                    .where(VARIANCE.SCHOOL_ID.eq(tenancy.current()), VARIANCE.STATE.eq("PREPARED"), VARIANCE.PREPARED_BY.ne(actor.employeeId())).orderBy(VARIANCE.PREPARED_AT)
                    .forEach(r -> all.add(new Todo("todo.stocktake.approve", r.value2(), r.value3(), null, null, "/stocktakes/variances/" + r.value1())));
        }
        return all;
    }

    /** Whoever is appointed counts as long as there is something left that is not his own to confirm. */
    private static void count(List<Todo> all, Campaign campaign, Sheet sheet, Progress progress, Actor actor) {
        var round = campaign.state().round();
        if (round == 0 || !sheet.isCountedBy(actor.employeeId(), round)) return;
        var left = switch (round) {
            case 1 -> progress.open();
            case 2 -> progress.once();
            default -> progress.disputed();
        };
        if (left > 0) all.add(new Todo("todo.stocktake.count." + round, sheet.name(), campaign.name(), campaign.plannedOn(), null, "/stocktakes/" + campaign.id() + "/sheets/" + sheet.id() + "/count"));
    }

    private static @Nullable String next(Campaign campaign, Progress whole, Actor actor) {
        var organises = Campaign.mayOrganise(actor);
        return switch (campaign.state()) {
            case PLANNED -> organises ? "todo.stocktake.freeze" : null;
            case COUNTING -> organises && whole.open() == 0 ? whole.once() > 0 ? "todo.stocktake.second-count" : "todo.stocktake.compare" : null;
            case SECOND_COUNT -> organises && whole.once() == 0 ? "todo.stocktake.compare" : null;
            case DIFFERENCES -> whole.disputed() > 0 ? organises ? "todo.stocktake.decide" : null : actor.holdsAny(STOREKEEPER, ASSET_ADMIN) ? "todo.stocktake.explain" : null;
            case RESOLVED -> organises && whole.waiting() == 0 ? "todo.stocktake.close" : null;
            default -> null;
        };
    }

    /** Places that nobody counted all through the term, and stocktakes that were begun and not closed. */
    @Override
    public List<PlanItem> planItems(Span finished) {
        var items = new ArrayList<PlanItem>();
        var r = coverage.rows(finished);
        var uncounted = db.select(r.field("place", String.class)).from(r).where(r.field("things", Integer.class).gt(0), r.field("counted", Integer.class).lt(r.field("things", Integer.class)))
                .orderBy(r.field("place")).fetch(r.field("place", String.class));
        if (!uncounted.isEmpty()) {
            items.add(new PlanItem("stocktaking", "plan.stocktake.count", List.of(uncounted.size(), String.join("、", uncounted.subList(0, Math.min(3, uncounted.size())))), uncounted.size(), null,
                    CoverageController.PATH + "?from=" + finished.from() + "&to=" + finished.to()));
        }
        var open = campaigns.running().stream().filter(c -> c.state() != CampaignState.PLANNED && !c.plannedOn().isAfter(finished.to())).count();
        if (open > 0) items.add(new PlanItem("stocktaking", "plan.stocktake.close", List.of(open), open, null, "/stocktakes?open=yes"));
        return items;
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (!words.matches("pd-\\d{4}-\\d{1,6}") || !actor.holdsAny(READERS)) return List.of();
        return campaigns.idOf(words.toUpperCase(Locale.ROOT)).map(campaigns::campaign)
                .map(c -> List.of(new Hit("stocktake.one", c.ref().no(), c.name(), "/stocktakes/" + c.id(), true))).orElse(List.of());
    }

    /** In the menu beside the stores. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        NavEntry stocktakesInMenu() {
            return NavEntry.of("stock", "stocktake.title", "/stocktakes", 252, READERS);
        }

        @Bean
        NavEntry coverageInMenu() {
            return NavEntry.of("stock", "stocktake.coverage.title", CoverageController.PATH, 253, READERS);
        }
    }
}
