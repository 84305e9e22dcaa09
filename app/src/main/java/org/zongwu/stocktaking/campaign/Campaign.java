package org.zongwu.stocktaking.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;

/**
 * A stocktake (盘点): its places, who counts them, and how far it is.
 *
 * @param no taken when the list is frozen
 */
public record Campaign(UUID id, @Nullable String no, String name, Recount recount, LocalDate plannedOn, CampaignState state, int version, Grade grade, UUID madeBy,
        Instant madeAt, @Nullable Instant frozenAt, @Nullable Instant closedAt, List<Sheet> sheets) {
    static final int SHORTEST_REASON = 5;

    static Campaign plan(Actor actor, UUID id, String name, Recount recount, LocalDate on, Instant now, List<Sheet> sheets) {
        requireOrganiser(actor);
        if (name.isBlank()) throw RuleBroken.at("name", "R-CNT-1", "rule.stocktake.needs-name");
        if (sheets.isEmpty()) throw new RuleBroken("R-CNT-1", "rule.stocktake.needs-place");
        sheets.forEach(Campaign::requireEnoughCounters);
        return new Campaign(id, null, name.strip(), recount, on, CampaignState.PLANNED, 1, Grade.WORKED, actor.employeeId(), now, null, null, sheets);
    }

    /** Those who plan stocktakes and lead them on; neither keeps goods. */
    public static boolean mayOrganise(Actor actor) {
        return actor.holdsAny(Duty.GA_DIRECTOR, Duty.ASSET_ADMIN);
    }

    public static void requireOrganiser(Actor actor) {
        if (!mayOrganise(actor)) throw new RuleBroken("R-CNT-1", "rule.stocktake.organiser-only");
    }

    /** Writes the list down. From now on moves go on, and counts are held against the book of their own instant. */
    Campaign freeze(Actor actor, String number, Instant now) {
        requireOrganiser(actor);
        require(CampaignState.PLANNED);
        sheets.forEach(Campaign::requireEnoughCounters);
        return with(CampaignState.FROZEN, number, now, null);
    }

    /** The first count has come in. */
    public Campaign counting() {
        return state == CampaignState.FROZEN ? with(CampaignState.COUNTING) : this;
    }

    Campaign countAgain(Actor actor, Progress progress) {
        requireOrganiser(actor);
        require(CampaignState.COUNTING);
        if (progress.open() > 0) throw new RuleBroken("R-CNT-2", "rule.stocktake.not-all-counted", progress.open());
        return with(CampaignState.SECOND_COUNT);
    }

    /** Ends the counting: everything was counted, and what had to be confirmed was counted by somebody else too. */
    Campaign compare(Actor actor, Progress progress) {
        requireOrganiser(actor);
        if (state != CampaignState.COUNTING) require(CampaignState.SECOND_COUNT);
        if (progress.open() > 0) throw new RuleBroken("R-CNT-2", "rule.stocktake.not-all-counted", progress.open());
        if (progress.once() > 0) throw new RuleBroken("R-AST-6", "rule.stocktake.needs-second", progress.once());
        return with(CampaignState.DIFFERENCES);
    }

    /** Every difference is explained and nothing is disputed any more. */
    public Campaign resolve(Progress progress) {
        require(CampaignState.DIFFERENCES);
        if (progress.open() + progress.once() + progress.disputed() > 0) throw new RuleBroken("R-CNT-3", "rule.stocktake.still-disputed", progress.open() + progress.once() + progress.disputed());
        if (progress.unexplained() > 0) throw new RuleBroken("R-CNT-3", "rule.stocktake.unexplained", progress.unexplained());
        return with(CampaignState.RESOLVED);
    }

    /** A document was returned: its differences are open again. */
    public Campaign reopen() {
        require(CampaignState.RESOLVED);
        return with(CampaignState.DIFFERENCES);
    }

    /** R-AST-5: closes only when every difference is a document. */
    Campaign close(Actor actor, Progress progress, Instant now) {
        requireOrganiser(actor);
        require(CampaignState.RESOLVED);
        if (progress.unprepared() + progress.waiting() > 0) throw new RuleBroken("R-AST-5", "rule.stocktake.documents-open", Math.max(progress.waiting(), 1));
        return with(CampaignState.CLOSED, no, frozenAt, now);
    }

    /** Gives it up while no document came of it; what was counted stays to be read. */
    Campaign cancel(Actor actor, Progress progress, String reason) {
        requireOrganiser(actor);
        var inDocuments = progress.differing() > progress.unprepared();
        if (inDocuments || state == CampaignState.RESOLVED || state == CampaignState.CLOSED || state == CampaignState.CANCELLED) throw new RuleBroken("R-CNT-4", "rule.stocktake.too-late-to-cancel");
        if (reason.strip().length() < SHORTEST_REASON) throw RuleBroken.at("reason", "R-CNT-4", "rule.stocktake.reason-too-short");
        return with(CampaignState.CANCELLED);
    }

    public void require(CampaignState wanted) {
        if (state != wanted) throw new RuleBroken("R-CNT-1", "rule.stocktake.not-now." + wanted);
    }

    /** @throws org.zongwu.web.NotFound when it has no such list */
    public Sheet sheet(UUID sheetId) {
        return sheets.stream().filter(s -> s.id().equals(sheetId)).findFirst().orElseThrow(org.zongwu.web.NotFound::new);
    }

    /** By its number, or by its name before it has one. */
    public WorkRef ref() {
        return new WorkRef("stocktaking.campaign", id, no == null ? name : no);
    }

    private static void requireEnoughCounters(Sheet sheet) {
        if (!sheet.hasEnoughCounters()) throw new RuleBroken("R-AST-6", "rule.stocktake.two-people", sheet.name());
    }

    private Campaign with(CampaignState next) {
        return with(next, no, frozenAt, closedAt);
    }

    private Campaign with(CampaignState next, @Nullable String number, @Nullable Instant frozen, @Nullable Instant closed) {
        return new Campaign(id, number, name, recount, plannedOn, next, version + 1, grade, madeBy, madeAt, frozen, closed, sheets);
    }
}
