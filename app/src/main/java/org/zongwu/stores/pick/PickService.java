package org.zongwu.stores.pick;

import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.ITEM_PLACE;
import static zongwu.db.stores.Tables.OPEN_LINE;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.issue.IssueSteps;

/** What is to be laid ready in a warehouse, and the slips that were. */
@Service
public class PickService {
    /** So many slips in one walk; the others come with the next. */
    private static final int SLIPS = 40;

    private final DSLContext db;
    private final IssueSteps steps;
    private final Tenancy tenancy;

    PickService(DSLContext db, IssueSteps steps, Tenancy tenancy) {
        this.db = db;
        this.steps = steps;
        this.tenancy = tenancy;
    }

    /** Within the caller's transaction. @param again also what is laid ready already */
    public List<PickRow> list(UUID warehouseId, boolean again) {
        var school = tenancy.current();
        var slips = DSL.selectDistinct(OPEN_LINE.SLIP_ID, OPEN_LINE.REQUESTED_AT).from(OPEN_LINE)
                .where(OPEN_LINE.SCHOOL_ID.eq(school), OPEN_LINE.WAREHOUSE_ID.eq(warehouseId), again ? DSL.noCondition() : OPEN_LINE.PICKED_AT.isNull())
                .orderBy(OPEN_LINE.REQUESTED_AT, OPEN_LINE.SLIP_ID).limit(SLIPS).asTable("slips");
        var rows = db.select(OPEN_LINE.asterisk(), ITEM_PLACE.SHELF, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT.as("base_unit"), BALANCE.QUANTITY.minus(BALANCE.LENT).as("on_shelf"))
                .from(OPEN_LINE)
                .join(slips).on(slips.field(OPEN_LINE.SLIP_ID).eq(OPEN_LINE.SLIP_ID))
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(OPEN_LINE.SCHOOL_ID), ITEM.ID.eq(OPEN_LINE.ITEM_ID))
                .leftJoin(ITEM_PLACE).on(ITEM_PLACE.SCHOOL_ID.eq(OPEN_LINE.SCHOOL_ID), ITEM_PLACE.ITEM_ID.eq(ITEM.ID), ITEM_PLACE.WAREHOUSE_ID.eq(OPEN_LINE.WAREHOUSE_ID))
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(OPEN_LINE.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(OPEN_LINE.WAREHOUSE_ID))
                .where(OPEN_LINE.SCHOOL_ID.eq(school), OPEN_LINE.WAREHOUSE_ID.eq(warehouseId))
                .fetch(r -> {
                    var onShelf = r.get("on_shelf", BigDecimal.class);
                    var picked = r.get(OPEN_LINE.PICKED);
                    return new PickRow(r.get(OPEN_LINE.SLIP_ID), r.get(OPEN_LINE.VERSION), r.get(OPEN_LINE.LINE_NO), r.get(ITEM_PLACE.SHELF), r.get(OPEN_LINE.ITEM_ID), r.get(ITEM.CODE),
                            r.get(ITEM.NAME), r.get(ITEM.SPEC), r.get(OPEN_LINE.UNIT), r.get("base_unit", String.class), new Quantity(r.get(OPEN_LINE.ASKED)), new Quantity(r.get(OPEN_LINE.FACTOR)),
                            picked == null ? Quantity.ZERO : new Quantity(picked), onShelf == null ? Quantity.ZERO : new Quantity(onShelf), r.get(OPEN_LINE.RECEIVER), r.get(OPEN_LINE.DEPARTMENT),
                            r.get(OPEN_LINE.NEEDED_ON), r.get(OPEN_LINE.REQUESTED_AT), picked != null, false);
                });
        return PickList.of(rows, new HashSet<>(steps.unstamped(rows.stream().map(PickRow::slipId).distinct().toList())));
    }

    /**
     * The walk is done: every slip of which a row was ticked is laid ready; what was not ticked on it was not there.
     *
     * @param ticked what was taken, by slip as it was on the list and index of the line
     * @param lines  how many lines each of these slips has
     */
    public void done(Actor keeper, Map<Slip, Map<Integer, Quantity>> ticked, Map<Slip, Integer> lines) {
        tenancy.write(keeper.schoolId(), () -> ticked.keySet().stream().sorted().forEach(slip -> {
            var taken = new HashMap<>(ticked.get(slip));
            for (var line = 0; line < lines.getOrDefault(slip, 0); line++) taken.putIfAbsent(line, Quantity.ZERO);
            steps.pick(keeper, slip.id(), slip.version(), taken);
        }));
    }

    /** @param version that was on the list */
    public record Slip(UUID id, int version) implements Comparable<Slip> {
        @Override
        public int compareTo(Slip other) {
            return id.compareTo(other.id);
        }
    }
}
