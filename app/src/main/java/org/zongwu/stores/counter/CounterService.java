package org.zongwu.stores.counter;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.select;
import static zongwu.db.school.Tables.CLASS_TITLE;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.ISSUE_DRAFT;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.OPEN_LINE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.IssueSteps;
import org.zongwu.stores.warehouse.WarehouseService;

/** Many signatures in one act, each its own person's (R-ISS-7): by log-in, or on a paper that is kept. */
@Service
public class CounterService {
    private final DSLContext db;
    private final IssueService issues;
    private final IssueSteps steps;
    private final WarehouseService warehouses;
    private final Tenancy tenancy;
    private final Clock clock;

    CounterService(DSLContext db, IssueService issues, IssueSteps steps, WarehouseService warehouses, Tenancy tenancy, Clock clock) {
        this.db = db;
        this.issues = issues;
        this.steps = steps;
        this.warehouses = warehouses;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** What the keeper's counter waits for, by receiver; within the caller's transaction. @param handout only of this hand-out */
    public List<Waiting> atCounter(Actor keeper, @Nullable UUID handout) {
        return waiting(ISSUE_DRAFT.WAREHOUSE_ID.in(warehouses.keptBy(keeper.employeeId())).and(handout == null ? DSL.noCondition() : ISSUE_DRAFT.HANDOUT_ID.eq(handout)));
    }

    /** What this person is to sign. */
    public List<Waiting> of(Actor receiver) {
        return waiting(ISSUE_DRAFT.RECEIVER_ID.eq(receiver.employeeId()).and(ISSUE_DRAFT.RECEIVER_AT.isNull()));
    }

    /** One receiver, several slips: all or none. @param slips with the versions that he saw */
    public void sign(Actor receiver, Map<UUID, Integer> slips) {
        tenancy.write(receiver.schoolId(), () -> new TreeMap<>(slips).forEach((id, version) -> issues.sign(receiver, id, version)));
    }

    /** Several receivers signed one paper, or one receiver signed for several slips. @param paper keeps the original with a slip */
    public void signOnPaper(Actor keeper, Map<UUID, Integer> slips, Function<UUID, UUID> paper) {
        tenancy.write(keeper.schoolId(), () -> new TreeMap<>(slips).forEach((id, version) -> steps.signOnPaper(keeper, id, version, paper.apply(id))));
    }

    /** Posts everything that is signed, each slip as its own document; the first that cannot be posted says why, and nothing is. */
    public void post(Actor keeper, List<UUID> slips) {
        tenancy.write(keeper.schoolId(), () -> slips.stream().sorted().forEach(id -> issues.post(keeper, id, LocalDate.now(clock))));
    }

    private List<Waiting> waiting(Condition which) {
        var thing = ITEM.NAME.concat(DSL.inline(" ")).concat(DSL.field("trim_scale(coalesce({0}, {1}))", String.class, OPEN_LINE.PICKED, OPEN_LINE.ASKED)).concat(OPEN_LINE.UNIT);
        var things = select(OPEN_LINE.SLIP_ID, listAgg(thing, "、").withinGroupOrderBy(OPEN_LINE.LINE_NO).as("things"), count().as("lines")).from(OPEN_LINE)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(OPEN_LINE.SCHOOL_ID), ITEM.ID.eq(OPEN_LINE.ITEM_ID))
                .where(OPEN_LINE.SCHOOL_ID.eq(tenancy.current())).groupBy(OPEN_LINE.SLIP_ID).asTable("t");
        return db.select(ISSUE_DRAFT.ID, ISSUE_DRAFT.VERSION, PERSON.ID, PERSON.NAME, PERSON.DEPARTMENT, CLASS_TITLE.TITLE, WAREHOUSE.NAME, things.field("things", String.class), things.field("lines", Integer.class),
                        ISSUE_DRAFT.PICKED_AT, ISSUE_DRAFT.RECEIVER_AT)
                .from(ISSUE_DRAFT)
                .join(things).on(things.field(OPEN_LINE.SLIP_ID).eq(ISSUE_DRAFT.ID))
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), PERSON.ID.eq(ISSUE_DRAFT.RECEIVER_ID))
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE_DRAFT.WAREHOUSE_ID))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE_DRAFT.CLASS_ID))
                .where(ISSUE_DRAFT.SCHOOL_ID.eq(tenancy.current()), which).orderBy(CLASS_TITLE.ENTRY_YEAR.desc().nullsLast(), CLASS_TITLE.NUMBER, PERSON.PINYIN, PERSON.ID, ISSUE_DRAFT.ID)
                .fetch(r -> new Waiting(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9(), r.value10() != null, r.value11() != null));
    }
}
