package org.zongwu.stores.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Employee;
import org.zongwu.school.People;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.quota.Claim;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** What every step of a slip that is not posted yet has in common: it is locked, its version is asked for, and the trail is written. */
@Component
class IssueDrafts {
    private final IssueRepository issues;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final People people;
    private final Trail trail;
    private final Tenancy tenancy;

    IssueDrafts(IssueRepository issues, ItemService items, WarehouseService warehouses, People people, Trail trail, Tenancy tenancy) {
        this.issues = issues;
        this.items = items;
        this.warehouses = warehouses;
        this.people = people;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    void insert(Actor actor, IssueRequest request, String action) {
        requireKnown(request.content());
        issues.insert(request);
        trail.write(actor, action, ref(request.id(), ""), null, issues.draftImages(request.id()));
    }

    /** @throws RuleBroken {@code R-EDIT} when somebody else has changed it since */
    void step(Actor actor, UUID id, int version, String action, UnaryOperator<IssueRequest> change) {
        tenancy.write(actor.schoolId(), () -> {
            var request = locked(id);
            if (request.version() != version) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            var changed = change.apply(request);
            issues.update(changed);
            var closed = changed.progress().closed();
            trail.write(actor, action, ref(id, ""), closed == null ? null : closed.why(), issues.draftImages(id));
        });
    }

    IssueRequest locked(UUID id) {
        return issues.lock(id).orElseThrow(() -> issues.posted(id).isPresent() ? new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final") : new NotFound());
    }

    Map<UUID, Item> itemsOf(IssueRequest request) {
        return items.byIds(request.itemIds());
    }

    /** What it takes of the quotas on that day; nothing of what no quota counts. */
    Claim claim(IssueRequest request, LocalDate day) {
        var receiver = people.employee(request.content().receiverId()).orElseThrow(NotFound::new);
        return claim(request, day, receiver, request.origin().isRationed() ? itemsOf(request) : Map.of());
    }

    static Claim claim(IssueRequest request, LocalDate day, Employee receiver, Map<UUID, Item> items) {
        var wanted = request.origin().isRationed() ? request.wanted(items) : Map.<UUID, Quantity>of();
        return new Claim(request.id(), receiver.id(), receiver.departmentId(), request.content().classId(), day, wanted);
    }

    void requireKnown(IssueContent content) {
        warehouses.warehouse(content.warehouseId());
        if (!people.employee(content.receiverId()).orElseThrow(NotFound::new).inService()) throw RuleBroken.at("receiver", "R-ISS-8", "rule.stores.receiver-left");
        if (content.classId() != null) people.schoolClass(content.classId()).orElseThrow(NotFound::new);
        items.byIds(content.lines().stream().map(IssueContent.Line::itemId).toList());
    }

    static WorkRef ref(UUID id, String no) {
        return new WorkRef(IssueService.TYPE, id, no);
    }

}
