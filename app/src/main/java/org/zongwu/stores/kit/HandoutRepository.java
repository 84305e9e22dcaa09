package org.zongwu.stores.kit;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.school.Tables.CLASS_TITLE;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.HANDOUT;
import static zongwu.db.stores.Tables.HANDOUT_CLASS;
import static zongwu.db.stores.Tables.HANDOUT_ITEM;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ISSUE_DRAFT;
import static zongwu.db.stores.Tables.ISSUE_LINE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.KIT;
import static zongwu.db.stores.Tables.KIT_LINE;
import static zongwu.db.stores.Tables.MOVE;
import static zongwu.db.stores.Tables.OPEN_LINE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Quantity;
import org.zongwu.trail.Images;
import zongwu.db.stores.tables.Issue;

/** Hand-outs: kept once, and read with what became of each class. */
@Repository
class HandoutRepository {
    private static final Issue RED = ISSUE.as("red");

    private final DSLContext db;
    private final Tenancy tenancy;

    HandoutRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    record Kit(UUID id, String name) {}

    record KitLine(UUID itemId, KitBooks.Per per, Quantity quantity) {}

    record Counted(UUID classId, UUID receiverId, int students, int teachers, UUID slipId) {}

    /** Newest first. */
    List<Kit> kits() {
        return db.select(KIT.ID, KIT.NAME).from(KIT).where(KIT.SCHOOL_ID.eq(tenancy.current()), KIT.VOIDED_AT.isNull()).orderBy(KIT.DAY.desc(), KIT.NO.desc())
                .fetch(r -> new Kit(r.value1(), r.value2()));
    }

    List<KitLine> lines(UUID kit) {
        return db.select(KIT_LINE.ITEM_ID, KIT_LINE.PER, KIT_LINE.QUANTITY).from(KIT_LINE).where(KIT_LINE.SCHOOL_ID.eq(tenancy.current()), KIT_LINE.KIT_ID.eq(kit), KIT_LINE.VOIDED_AT.isNull())
                .orderBy(KIT_LINE.NO).fetch(r -> new KitLine(r.value1(), KitBooks.Per.valueOf(r.value2()), new Quantity(r.value3())));
    }

    void insert(Handout h, UUID kitId, UUID madeBy, Instant at, List<Counted> classes, List<UUID> items) {
        var school = tenancy.current();
        db.insertInto(HANDOUT).set(HANDOUT.SCHOOL_ID, school).set(HANDOUT.ID, h.id()).set(HANDOUT.NO, h.no()).set(HANDOUT.KIT_ID, kitId).set(HANDOUT.KIT, h.kit())
                .set(HANDOUT.WAREHOUSE_ID, h.warehouseId()).set(HANDOUT.DAY, h.day()).set(HANDOUT.DUE_ON, h.dueOn()).set(HANDOUT.MADE_BY, madeBy).set(HANDOUT.MADE_AT, at).execute();
        for (var c : classes) {
            db.insertInto(HANDOUT_CLASS).set(HANDOUT_CLASS.SCHOOL_ID, school).set(HANDOUT_CLASS.HANDOUT_ID, h.id()).set(HANDOUT_CLASS.CLASS_ID, c.classId()).set(HANDOUT_CLASS.RECEIVER_ID, c.receiverId())
                    .set(HANDOUT_CLASS.STUDENTS, c.students()).set(HANDOUT_CLASS.TEACHERS, c.teachers()).set(HANDOUT_CLASS.SLIP_ID, c.slipId()).execute();
        }
        // One statement for all cards: what lies on each, and how far it has come
        db.insertInto(HANDOUT_ITEM, HANDOUT_ITEM.SCHOOL_ID, HANDOUT_ITEM.HANDOUT_ID, HANDOUT_ITEM.ITEM_ID, HANDOUT_ITEM.ON_HAND, HANDOUT_ITEM.SEQ)
                .select(select(ITEM.SCHOOL_ID, DSL.val(h.id()), ITEM.ID, coalesce(BALANCE.QUANTITY, BigDecimal.ZERO), coalesce(BALANCE.VERSION, 0L)).from(ITEM)
                        .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(h.warehouseId()))
                        .where(ITEM.SCHOOL_ID.eq(school), ITEM.ID.in(items))).execute();
    }

    Images images(UUID id) {
        var school = tenancy.current();
        return Images.of(HANDOUT, HANDOUT.SCHOOL_ID.eq(school).and(HANDOUT.ID.eq(id))).and(HANDOUT_CLASS, HANDOUT_CLASS.SCHOOL_ID.eq(school).and(HANDOUT_CLASS.HANDOUT_ID.eq(id)))
                .and(HANDOUT_ITEM, HANDOUT_ITEM.SCHOOL_ID.eq(school).and(HANDOUT_ITEM.HANDOUT_ID.eq(id)));
    }

    Optional<Handout> find(UUID id) {
        return db.select(HANDOUT.NO, HANDOUT.KIT, HANDOUT.WAREHOUSE_ID, WAREHOUSE.NAME, HANDOUT.DAY, HANDOUT.DUE_ON).from(HANDOUT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(HANDOUT.SCHOOL_ID), WAREHOUSE.ID.eq(HANDOUT.WAREHOUSE_ID))
                .where(HANDOUT.SCHOOL_ID.eq(tenancy.current()), HANDOUT.ID.eq(id))
                .fetchOptional(r -> {
                    var parts = parts(id);
                    return new Handout(id, r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), parts, proofs(id, r.value3(), due(parts)));
                });
    }

    private List<Handout.Part> parts(UUID id) {
        var things = things(id);
        return db.select(HANDOUT_CLASS.CLASS_ID, CLASS_TITLE.TITLE, PERSON.NAME, HANDOUT_CLASS.STUDENTS, HANDOUT_CLASS.TEACHERS, HANDOUT_CLASS.SLIP_ID, ISSUE.NO, ISSUE.BUSINESS_DATE,
                        coalesce(ISSUE.RECEIVER_AT, ISSUE_DRAFT.RECEIVER_AT), RED.ID, ISSUE_DRAFT.PICKED_AT, ISSUE_DRAFT.SUBMITTED_AT, ISSUE_DRAFT.CLOSED_AT)
                .from(HANDOUT_CLASS)
                .join(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(HANDOUT_CLASS.SCHOOL_ID), CLASS_TITLE.ID.eq(HANDOUT_CLASS.CLASS_ID))
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(HANDOUT_CLASS.SCHOOL_ID), PERSON.ID.eq(HANDOUT_CLASS.RECEIVER_ID))
                .leftJoin(ISSUE).on(ISSUE.SCHOOL_ID.eq(HANDOUT_CLASS.SCHOOL_ID), ISSUE.ID.eq(HANDOUT_CLASS.SLIP_ID))
                .leftJoin(RED).on(RED.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RED.REVERSAL_OF.eq(ISSUE.ID))
                .leftJoin(ISSUE_DRAFT).on(ISSUE_DRAFT.SCHOOL_ID.eq(HANDOUT_CLASS.SCHOOL_ID), ISSUE_DRAFT.ID.eq(HANDOUT_CLASS.SLIP_ID))
                .where(HANDOUT_CLASS.SCHOOL_ID.eq(tenancy.current()), HANDOUT_CLASS.HANDOUT_ID.eq(id)).orderBy(CLASS_TITLE.ENTRY_YEAR.desc(), CLASS_TITLE.NUMBER)
                .fetch(r -> {
                    var posted = r.get(ISSUE.NO) != null;
                    var reversed = r.get(RED.ID) != null;
                    var state = posted ? reversed ? "REVERSED" : "POSTED" : r.get(ISSUE_DRAFT.CLOSED_AT) != null ? "CLOSED" : r.value9() != null ? "SIGNED" : r.get(ISSUE_DRAFT.PICKED_AT) != null ? "PICKED"
                            : r.get(ISSUE_DRAFT.SUBMITTED_AT) != null ? "SUBMITTED" : "DRAFT";
                    return new Handout.Part(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.get(ISSUE.NO), state, posted && !reversed ? r.get(ISSUE.BUSINESS_DATE) : null,
                            r.value9(), things.getOrDefault(r.value6(), List.of()));
                });
    }

    /** What each slip gives, posted or not. */
    private Map<UUID, List<Handout.Thing>> things(UUID id) {
        var school = tenancy.current();
        var slips = select(HANDOUT_CLASS.SLIP_ID).from(HANDOUT_CLASS).where(HANDOUT_CLASS.SCHOOL_ID.eq(school), HANDOUT_CLASS.HANDOUT_ID.eq(id));
        var all = new HashMap<UUID, List<Handout.Thing>>();
        var lines = select(ISSUE_LINE.ISSUE_ID.as("slip"), ISSUE_LINE.LINE_NO.as("n"), ISSUE_LINE.ITEM_ID.as("item"), ISSUE_LINE.QUANTITY.as("q")).from(ISSUE_LINE)
                .where(ISSUE_LINE.SCHOOL_ID.eq(school), ISSUE_LINE.ISSUE_ID.in(slips))
                .unionAll(select(OPEN_LINE.SLIP_ID, OPEN_LINE.LINE_NO, OPEN_LINE.ITEM_ID, OPEN_LINE.QUANTITY).from(OPEN_LINE).where(OPEN_LINE.SCHOOL_ID.eq(school), OPEN_LINE.SLIP_ID.in(slips))).asTable("l");
        db.select(lines.field("slip", UUID.class), ITEM.ID, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, lines.field("q", BigDecimal.class)).from(lines)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(school), ITEM.ID.eq(lines.field("item", UUID.class))).orderBy(lines.field("n"))
                .forEach(r -> all.computeIfAbsent(r.value1(), s -> new ArrayList<>())
                        .add(new Handout.Thing(r.value2(), r.value4() == null ? r.value3() : r.value3() + " " + r.value4(), r.value5(), new Quantity(r.value6()))));
        return all;
    }

    private static Map<UUID, Quantity> due(List<Handout.Part> parts) {
        var due = new HashMap<UUID, Quantity>();
        for (var part : parts) for (var t : part.things()) due.merge(t.itemId(), t.quantity(), Quantity::plus);
        return due;
    }

    private List<Handout.Proof> proofs(UUID id, UUID warehouse, Map<UUID, Quantity> due) {
        var school = tenancy.current();
        var ours = exists(selectOne().from(ISSUE).where(ISSUE.SCHOOL_ID.eq(MOVE.SCHOOL_ID), ISSUE.ID.eq(MOVE.OBJECT_ID), ISSUE.HANDOUT_ID.eq(id)));
        var issued = coalesce(sum(MOVE.QUANTITY).filterWhere(ours), BigDecimal.ZERO).neg();
        var came = coalesce(sum(MOVE.QUANTITY).filterWhere(not(ours).and(MOVE.QUANTITY.gt(BigDecimal.ZERO))), BigDecimal.ZERO);
        var other = coalesce(sum(MOVE.QUANTITY).filterWhere(not(ours).and(MOVE.QUANTITY.lt(BigDecimal.ZERO))), BigDecimal.ZERO).neg();
        return db.select(ITEM.ID, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, HANDOUT_ITEM.ON_HAND, came, issued, other, coalesce(BALANCE.QUANTITY, BigDecimal.ZERO))
                .from(HANDOUT_ITEM)
                .join(ITEM).on(ITEM.SCHOOL_ID.eq(HANDOUT_ITEM.SCHOOL_ID), ITEM.ID.eq(HANDOUT_ITEM.ITEM_ID))
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(warehouse))
                .leftJoin(MOVE).on(MOVE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), MOVE.ITEM_ID.eq(ITEM.ID), MOVE.WAREHOUSE_ID.eq(warehouse), MOVE.SEQ.gt(HANDOUT_ITEM.SEQ))
                .where(HANDOUT_ITEM.SCHOOL_ID.eq(school), HANDOUT_ITEM.HANDOUT_ID.eq(id))
                .groupBy(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, HANDOUT_ITEM.ON_HAND, BALANCE.QUANTITY).orderBy(ITEM.CODE)
                .fetch(r -> new Handout.Proof(r.value1(), r.value3() == null ? r.value2() : r.value2() + " " + r.value3(), r.value4(), new Quantity(r.value5()), new Quantity(r.value6()),
                        due.getOrDefault(r.value1(), Quantity.ZERO), new Quantity(r.value7()), new Quantity(r.value8()), new Quantity(r.value9())));
    }

    /** The register: every hand-out with how many classes have got theirs, and how many of them in time; one that was taken back whole is none. */
    Table<?> rows() {
        var school = tenancy.current();
        Condition stands = ISSUE.ID.isNotNull().and(not(exists(selectOne().from(RED).where(RED.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RED.REVERSAL_OF.eq(ISSUE.ID)))));
        return select(HANDOUT.ID, HANDOUT.NO, HANDOUT.KIT, WAREHOUSE.NAME.as("warehouse"), HANDOUT.DAY, HANDOUT.DUE_ON, count().as("classes"),
                        count().filterWhere(stands).as("done"), count().filterWhere(stands.and(ISSUE.BUSINESS_DATE.le(HANDOUT.DUE_ON))).as("on_time"), field(count().gt(count().filterWhere(stands))).as("open"), count().filterWhere(ISSUE.GRADE.eq(Grade.IMPORTED.name())).as("imported"))
                .from(HANDOUT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(HANDOUT.SCHOOL_ID), WAREHOUSE.ID.eq(HANDOUT.WAREHOUSE_ID))
                .join(HANDOUT_CLASS).on(HANDOUT_CLASS.SCHOOL_ID.eq(HANDOUT.SCHOOL_ID), HANDOUT_CLASS.HANDOUT_ID.eq(HANDOUT.ID))
                .leftJoin(ISSUE).on(ISSUE.SCHOOL_ID.eq(HANDOUT_CLASS.SCHOOL_ID), ISSUE.ID.eq(HANDOUT_CLASS.SLIP_ID))
                .where(HANDOUT.SCHOOL_ID.eq(school)).groupBy(HANDOUT.ID, HANDOUT.NO, HANDOUT.KIT, WAREHOUSE.NAME, HANDOUT.DAY, HANDOUT.DUE_ON)
                .having(not(count(ISSUE.ID).eq(count()).and(count().filterWhere(stands).eq(0)))).asTable("r");
    }
}
