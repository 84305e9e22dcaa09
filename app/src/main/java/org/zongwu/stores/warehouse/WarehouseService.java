package org.zongwu.stores.warehouse;

import static zongwu.db.stores.Tables.CUSTODY;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.People;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Opens warehouses and hands them from one keeper to the next, so that each has exactly one at any time (R-CUS-1). */
@Service
public class WarehouseService {
    private final WarehouseRepository warehouses;
    private final People people;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    WarehouseService(WarehouseRepository warehouses, People people, Tenancy tenancy, Trail trail, Clock clock) {
        this.warehouses = warehouses;
        this.people = people;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens a warehouse together with its first keeper: there is never one without. The very first one its keeper may open himself. */
    public UUID open(Actor actor, String code, String name, @Nullable UUID roomId, UUID keeperId, LocalDate from) {
        if (code.isBlank()) throw RuleBroken.at("code", "R-WH-1", "rule.stores.warehouse-needs-code");
        if (name.isBlank()) throw RuleBroken.at("name", "R-WH-1", "rule.stores.warehouse-needs-name");
        return tenancy.write(actor.schoolId(), () -> {
            if (!actor.holds(Duty.STOREKEEPER) || warehouses.count() > 0) requireDirector(actor);
            requireInService(keeperId);
            if (warehouses.isTaken(code.strip(), name.strip())) throw RuleBroken.at("code", "R-WH-1", "rule.stores.warehouse-exists", code.strip(), name.strip());
            var id = Ids.next();
            warehouses.insert(id, code.strip(), name.strip(), roomId);
            warehouses.insertCustody(Ids.next(), id, keeperId, from);
            trail.write(actor, "warehouse-opened", ref(id, code.strip()), null, images(id));
            return id;
        });
    }

    /**
     * The new keeper begins on that day, the old one ends on the day before. The last step of a list that three have signed
     * (R-CUS-3): nobody else calls it.
     *
     * @param list   the 移交清册
     * @throws RuleBroken {@code R-CUS-1} when the present keeper began on that day or later
     */
    public void handOver(Actor actor, WorkRef list, UUID warehouseId, UUID newKeeperId, LocalDate from) {
        tenancy.write(actor.schoolId(), () -> {
            var warehouse = warehouse(warehouseId);
            requireInService(newKeeperId);
            if (newKeeperId.equals(warehouse.keeperId())) throw RuleBroken.at("keeper", "R-CUS-1", "rule.stores.keeps-already", warehouse.name(), warehouse.keeper());
            if (warehouses.endCustody(warehouseId, from.minusDays(1)).isEmpty()) {
                throw RuleBroken.at("from", "R-CUS-1", "rule.stores.handover-too-early", warehouse.name(), from);
            }
            warehouses.insertCustody(Ids.next(), warehouseId, newKeeperId, from);
            trail.write(actor, "warehouse-handed-over", ref(warehouseId, warehouse.code()), list.no(), images(warehouseId));
        });
    }

    public List<Warehouse> all() {
        return warehouses.all(LocalDate.now(clock));
    }

    /** @throws NotFound when this school has no such warehouse */
    public Warehouse warehouse(UUID id) {
        return warehouses.find(id, LocalDate.now(clock)).orElseThrow(NotFound::new);
    }

    /** The keeper of the first warehouse, who answers for what is still open; null while there is no warehouse. */
    public @Nullable String keeper() {
        return all().stream().map(Warehouse::keeper).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The warehouses that this person keeps today. */
    public List<UUID> keptBy(UUID employeeId) {
        return all().stream().filter(w -> employeeId.equals(w.keeperId())).map(Warehouse::id).toList();
    }

    public Optional<UUID> keeperOn(UUID warehouseId, LocalDate day) {
        return warehouses.keeperOn(warehouseId, day);
    }

    /**
     * Goods go in and out through the hands of the keeper only.
     *
     * @throws RuleBroken {@code R-CUS-4} unless the actor is a storekeeper and kept this warehouse on that day
     */
    public void requireKeeper(Actor actor, UUID warehouseId, LocalDate day) {
        if (!actor.holds(Duty.STOREKEEPER)) throw new RuleBroken("R-CUS-4", "rule.stores.keeper-only");
        var keeper = warehouses.keeperOn(warehouseId, day);
        if (keeper.isEmpty() || !keeper.get().equals(actor.employeeId())) {
            var name = keeper.flatMap(people::employee).map(e -> e.name()).orElse("—");
            throw new RuleBroken("R-CUS-4", "rule.stores.not-the-keeper", warehouse(warehouseId).name(), day, name);
        }
    }

    private void requireInService(UUID employeeId) {
        if (people.employee(employeeId).filter(e -> e.inService()).isEmpty()) throw RuleBroken.at("keeper", "R-CUS-1", "rule.stores.keeper-in-service");
    }

    private static void requireDirector(Actor actor) {
        if (!actor.holds(Duty.GA_DIRECTOR)) throw new RuleBroken("R-CUS-5", "rule.stores.director-appoints");
    }

    private Images images(UUID id) {
        var school = tenancy.current();
        return Images.of(WAREHOUSE, WAREHOUSE.SCHOOL_ID.eq(school).and(WAREHOUSE.ID.eq(id)))
                .and(CUSTODY, CUSTODY.SCHOOL_ID.eq(school).and(CUSTODY.WAREHOUSE_ID.eq(id)));
    }

    private static WorkRef ref(UUID id, String code) {
        return new WorkRef("stores.warehouse", id, code);
    }
}
