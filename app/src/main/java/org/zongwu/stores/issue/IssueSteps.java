package org.zongwu.stores.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.quota.Quotas;
import org.zongwu.stores.quota.Usage;
import org.zongwu.stores.warehouse.WarehouseService;

/** What happens to a 领物单 between its writing and its posting: laid ready, given another way, stamped, signed on paper, closed. */
@Service
public class IssueSteps {
    private final IssueDrafts drafts;
    private final IssueRepository issues;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final Quotas quotas;
    private final Clock clock;

    IssueSteps(IssueDrafts drafts, IssueRepository issues, ItemService items, WarehouseService warehouses, Quotas quotas, Clock clock) {
        this.drafts = drafts;
        this.issues = issues;
        this.items = items;
        this.warehouses = warehouses;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** @param taken by index of the line, in the unit of the line */
    public void pick(Actor keeper, UUID id, int version, Map<Integer, Quantity> taken) {
        drafts.step(keeper, id, version, "picked", r -> {
            warehouses.requireKeeper(keeper, r.content().warehouseId(), LocalDate.now(clock));
            return r.pick(keeper, taken, clock.instant());
        });
    }

    /** Another item for the one that was asked for, on one line. */
    public void substitute(Actor keeper, UUID id, int version, int line, UUID itemId, String unit, Quantity quantity) {
        drafts.step(keeper, id, version, "substituted", r -> {
            warehouses.requireKeeper(keeper, r.content().warehouseId(), LocalDate.now(clock));
            items.item(itemId).inBaseUnits(unit, quantity);
            return r.substitute(keeper, line, itemId, unit, quantity, clock.instant());
        });
    }

    /** More than a quota, with the director's word for it (R-ISS-3). */
    public void stamp(Actor director, UUID id, int version) {
        drafts.step(director, id, version, "stamped", r -> {
            if (over(r).isEmpty()) throw new RuleBroken("R-ISS-3", "rule.stores.quota.not-over");
            return r.stamp(director, clock.instant());
        });
    }

    /** The receiver signed a paper, which is fastened to the slip. */
    public void signOnPaper(Actor keeper, UUID id, int version, UUID paper) {
        drafts.step(keeper, id, version, "signed-on-paper", r -> {
            warehouses.requireKeeper(keeper, r.content().warehouseId(), LocalDate.now(clock));
            return r.signOnPaper(keeper, paper, clock.instant());
        });
    }

    /** Nobody waits for it any more. */
    public void close(Actor actor, UUID id, int version, String why) {
        drafts.step(actor, id, version, "closed", r -> r.close(actor, why, clock.instant()));
    }

    /** How an open slip stands against the quotas; none for one that is posted. Within the caller's transaction. */
    public List<Usage> usages(UUID id) {
        return issues.request(id).map(r -> quotas.usages(drafts.claim(r, r.content().neededOn()))).orElse(List.of());
    }

    /** The slips among these that are over a quota and lack the stamp. */
    public List<UUID> unstamped(List<UUID> ids) {
        return ids.stream().filter(id -> issues.request(id).filter(r -> r.progress().stamped() == null).map(r -> !over(r).isEmpty()).orElse(false)).toList();
    }

    private List<Usage> over(IssueRequest request) {
        return quotas.usages(drafts.claim(request, request.content().neededOn())).stream().filter(Usage::isOver).toList();
    }
}
