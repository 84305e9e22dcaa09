package org.zongwu.stores.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.People;
import org.zongwu.stores.Stores;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.quota.Claim;
import org.zongwu.stores.quota.Quotas;
import org.zongwu.stores.warehouse.WarehouseService;

/** Asking for goods without having to know where they lie: one slip for each warehouse that has them, submitted at once. */
@Service
public class RequestService implements Stores {
    private static final int USUAL = 12;
    private static final int FOUND = 30;

    private final IssueService issues;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final OfferRepository offers;
    private final Quotas quotas;
    private final People people;
    private final Tenancy tenancy;
    private final Clock clock;

    RequestService(IssueService issues, ItemService items, WarehouseService warehouses, OfferRepository offers, Quotas quotas, People people, Tenancy tenancy, Clock clock) {
        this.issues = issues;
        this.items = items;
        this.warehouses = warehouses;
        this.offers = offers;
        this.quotas = quotas;
        this.people = people;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public List<WorkRef> request(Actor actor, WorkRef work, List<Wanted> lines) {
        return request(actor, Purpose.REPAIR, null, work, lines);
    }

    /** For oneself. */
    public List<WorkRef> request(Actor actor, Purpose purpose, @Nullable String remark, List<Wanted> lines) {
        return request(actor, purpose, remark, null, lines);
    }

    /** What fits the words; without words what the asker, and then his department, usually takes. Within the caller's transaction. */
    public List<Offer> offers(Actor actor, String words) {
        var since = LocalDate.now(clock).minusYears(1);
        var own = offers.own(actor.employeeId(), since, USUAL);
        var ids = new LinkedHashMap<UUID, Integer>();
        if (words.isBlank()) {
            ids.putAll(own);
            people.employee(actor.employeeId()).ifPresent(e -> offers.ofDepartment(e.departmentId(), since, USUAL).forEach((item, times) -> ids.putIfAbsent(item, 0)));
            if (ids.isEmpty()) items.all().stream().filter(Item::active).limit(USUAL).forEach(i -> ids.put(i.id(), 0));
        } else items.search(words, FOUND).forEach(i -> ids.put(i.id(), own.getOrDefault(i.id(), 0)));
        return offered(actor, ids);
    }

    private List<Offer> offered(Actor actor, Map<UUID, Integer> times) {
        if (times.isEmpty()) return List.of();
        var known = items.byIds(times.keySet());
        var onShelf = offers.onShelf(times.keySet());
        var all = new LinkedHashMap<UUID, Offer>();
        times.forEach((id, n) -> {
            var item = known.get(id);
            if (!item.active()) return;
            var units = new ArrayList<>(List.of(item.unit()));
            units.addAll(item.units().keySet());
            all.put(id, new Offer(id, item.code(), item.name(), item.spec(), units, onShelf.getOrDefault(id, Quantity.ZERO), n, null, null));
        });
        people.employee(actor.employeeId()).ifPresent(e -> {
            var one = new LinkedHashMap<UUID, Quantity>();
            all.keySet().forEach(id -> one.put(id, Quantity.of(1)));
            for (var u : quotas.usages(new Claim(Ids.next(), e.id(), e.departmentId(), null, LocalDate.now(clock), one))) {
                all.computeIfPresent(u.targetId(), (id, o) -> o.left() != null && !o.left().exceeds(u.left()) ? o : o.within(u.left(), u.period()));
            }
        });
        return List.copyOf(all.values());
    }

    private List<WorkRef> request(Actor actor, Purpose purpose, @Nullable String remark, @Nullable WorkRef work, List<Wanted> lines) {
        if (lines.isEmpty()) throw RuleBroken.at("main", "R-ISS-8", "rule.stores.issue.no-lines");
        return tenancy.write(actor.schoolId(), () -> {
            var slips = new ArrayList<WorkRef>();
            byWarehouse(lines).forEach((warehouse, its) -> {
                var id = Ids.next();
                var content = new IssueContent(warehouse, actor.employeeId(), null, LocalDate.now(clock), purpose, remark, its);
                if (work == null) issues.draft(actor, id, content);
                else issues.draftFor(actor, id, content, work);
                issues.submit(actor, id, 1);
                slips.add(new WorkRef(IssueService.TYPE, id, ""));
            });
            return slips;
        });
    }

    private Map<UUID, List<IssueContent.Line>> byWarehouse(List<Wanted> lines) {
        var all = warehouses.all();
        if (all.isEmpty()) throw new RuleBroken("R-WH-1", "rule.stores.no-warehouse");
        var wanted = new ArrayList<IssueContent.Line>();
        var n = 0;
        for (var line : lines) {
            var item = items.typed("item-" + n, line.item());
            wanted.add(new IssueContent.Line(item.id(), line.unit() == null ? item.unit() : item.requireUnit("unit-" + n, line.unit()), line.quantity()));
            n++;
        }
        var home = offers.home(wanted.stream().map(IssueContent.Line::itemId).toList());
        var slips = new LinkedHashMap<UUID, List<IssueContent.Line>>();
        for (var line : wanted) slips.computeIfAbsent(home.getOrDefault(line.itemId(), all.getFirst().id()), w -> new ArrayList<>()).add(line);
        return slips;
    }

    /** Teachers mostly ask for teaching. */
    static Purpose usual(Actor actor) {
        return actor.holdsAny(Duty.TEACHER, Duty.HEAD_TEACHER) ? Purpose.TEACHING : Purpose.ADMIN;
    }
}
