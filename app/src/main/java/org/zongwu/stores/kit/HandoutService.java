package org.zongwu.stores.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Series;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.People;
import org.zongwu.school.SchoolClass;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.kit.HandoutRepository.Counted;
import org.zongwu.stores.kit.HandoutRepository.KitLine;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Hands a kit to all classes in one act: heads are counted on that day, and every class has its slip. */
@Service
public class HandoutService {
    static final String SERIES = "FF";

    private final HandoutRepository handouts;
    private final IssueService issues;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final People people;
    private final Series series;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    HandoutService(HandoutRepository handouts, IssueService issues, ItemService items, WarehouseService warehouses, People people, Series series, Trail trail, Tenancy tenancy, Clock clock) {
        this.handouts = handouts;
        this.issues = issues;
        this.items = items;
        this.warehouses = warehouses;
        this.people = people;
        this.series = series;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Opens the slips of all classes, submitted, each to its head teacher.
     *
     * @param id  of the hand-out, made by the caller
     * @param day on which heads are counted; they stay as they were then
     * @throws RuleBroken {@code R-ISS-4} when the kit is empty, there are no classes, or one has no head teacher who could sign
     */
    public void open(Actor keeper, UUID id, UUID kitId, UUID warehouseId, LocalDate day, LocalDate dueOn) {
        if (dueOn.isBefore(day)) throw RuleBroken.at("due", "R-ISS-4", "rule.stores.handout.due-first", day);
        tenancy.write(keeper.schoolId(), () -> {
            warehouses.requireKeeper(keeper, warehouseId, LocalDate.now(clock));
            var kit = handouts.kits().stream().filter(k -> k.id().equals(kitId)).findFirst().orElseThrow(NotFound::new);
            var lines = handouts.lines(kitId);
            if (lines.isEmpty()) throw RuleBroken.at("kit", "R-ISS-4", "rule.stores.handout.empty-kit", kit.name());
            var heads = people.headcounts(day);
            var counted = new ArrayList<Counted>();
            var contents = new LinkedHashMap<UUID, IssueContent>();
            for (var c : people.classes(day)) {
                var receiver = headTeacher(c);
                var one = new Counted(c.id(), receiver, heads.getOrDefault(c.id(), 0), 1, Ids.next());
                var its = lines(lines, one);
                if (its.isEmpty()) continue;
                counted.add(one);
                contents.put(one.slipId(), new IssueContent(warehouseId, receiver, c.id(), dueOn, Purpose.TEACHING, kit.name(), its));
            }
            if (counted.isEmpty()) throw RuleBroken.at("day", "R-ISS-4", "rule.stores.handout.no-classes", day);
            var handout = new Handout(id, series.next(SERIES, day.getYear()), kit.name(), warehouseId, "", day, dueOn, List.of(), List.of());
            handouts.insert(handout, kitId, keeper.employeeId(), clock.instant(), counted, lines.stream().map(KitLine::itemId).distinct().toList());
            contents.forEach((slip, content) -> {
                issues.draftOf(keeper, slip, content, id);
                issues.submit(keeper, slip, 1);
            });
            trail.write(keeper, "handed-out", new WorkRef("stores.handout", id, handout.no()), null, handouts.images(id));
        });
    }

    /** Within the caller's transaction. */
    public Handout handout(UUID id) {
        return handouts.find(id).orElseThrow(NotFound::new);
    }

    private UUID headTeacher(SchoolClass c) {
        if (c.headTeacherId() == null || people.employee(c.headTeacherId()).filter(e -> e.inService()).isEmpty()) {
            throw RuleBroken.at("day", "R-ISS-4", "rule.stores.handout.no-head-teacher", c.title());
        }
        return c.headTeacherId();
    }

    private List<IssueContent.Line> lines(List<KitLine> kit, Counted heads) {
        var quantities = new LinkedHashMap<UUID, Quantity>();
        for (var line : kit) {
            var times = switch (line.per()) {
                case STUDENT -> heads.students();
                case TEACHER -> heads.teachers();
                case CLASS -> 1;
            };
            if (times > 0) quantities.merge(line.itemId(), line.quantity().times(java.math.BigDecimal.valueOf(times)), Quantity::plus);
        }
        var known = items.byIds(quantities.keySet());
        return quantities.entrySet().stream().map(e -> new IssueContent.Line(e.getKey(), known.get(e.getKey()).unit(), e.getValue())).toList();
    }
}
