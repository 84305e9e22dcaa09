package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOAN;
import static zongwu.db.stores.Tables.LOAN_DRAFT;
import static zongwu.db.stores.Tables.LOAN_LINE;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.LOAN_OPEN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Quantity;
import zongwu.db.school.tables.Person;

/** Makes a slip of a row of the register: its lines, and everything that happened to them. */
@Repository
class LoanReader {
    private static final Person MAKER = PERSON.as("maker");
    private static final Person APPROVER = PERSON.as("approver");
    private static final Person KEEPER = PERSON.as("keeper");

    private final DSLContext db;
    private final LoanSteps steps;
    private final Tenancy tenancy;

    LoanReader(DSLContext db, LoanSteps steps, Tenancy tenancy) {
        this.db = db;
        this.steps = steps;
        this.tenancy = tenancy;
    }

    /** The things of a request in one cell. */
    Field<String> wantedThings() {
        var line = DSL.table("jsonb_array_elements({0})", LOAN_DRAFT.LINES).as("l", "j");
        var json = field(DSL.name("l", "j"), JSONB.class);
        var one = ITEM.NAME.concat(inline("×")).concat(DSL.jsonbGetAttributeAsText(json, "quantity"));
        return field(select(DSL.groupConcat(one).separator("、")).from(line).join(ITEM)
                .on(ITEM.SCHOOL_ID.eq(LOAN_DRAFT.SCHOOL_ID), ITEM.ID.eq(DSL.jsonbGetAttributeAsText(json, "item").cast(SQLDataType.UUID)))).as("things");
    }

    LoanSlip read(Record r) {
        return r.get("no") == null ? request(r) : posted(r);
    }

    private LoanSlip posted(Record r) {
        var id = r.get("id", UUID.class);
        var l = db.select(LOAN.asterisk(), MAKER.NAME, APPROVER.NAME, KEEPER.NAME).from(LOAN)
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(LOAN.SCHOOL_ID), MAKER.ID.eq(LOAN.MADE_BY)).leftJoin(APPROVER).on(APPROVER.SCHOOL_ID.eq(LOAN.SCHOOL_ID), APPROVER.ID.eq(LOAN.APPROVER_ID))
                .leftJoin(KEEPER).on(KEEPER.SCHOOL_ID.eq(LOAN.SCHOOL_ID), KEEPER.ID.eq(LOAN.KEEPER_ID))
                .where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.ID.eq(id)).fetchSingle();
        var reversedBy = db.select(LOAN.ID, LOAN.NO).from(LOAN).where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.REVERSAL_OF.eq(id)).fetchOptional(x -> new LoanSlip.Link(x.value1(), x.value2())).orElse(null);
        return new LoanSlip(id, r.get("no", String.class), LoanState.valueOf(r.get("state", String.class)), r.get("day", LocalDate.class), r.get("due", LocalDate.class), r.get("late", Integer.class),
                r.get("warehouse_id", UUID.class), r.get("warehouse", String.class), r.get("borrower_id", UUID.class), r.get("borrower", String.class), r.get("department", String.class),
                r.get("party_id", UUID.class), r.get("party", String.class), r.get("purpose", String.class), l.get(LOAN.REMARK), l.get(LOAN.APPROVER_ID) != null, null, l.get(APPROVER.NAME),
                l.get(LOAN.APPROVED_AT), l.get(LOAN.BORROWER_AT), l.get(LOAN.MADE_BY), l.get(MAKER.NAME), l.get(LOAN.MADE_AT), l.get(KEEPER.NAME), l.get(LOAN.POSTED_AT), link(l.get(LOAN.REVERSAL_OF)),
                l.get(LOAN.REVERSAL_REASON), reversedBy, link(l.get(LOAN.CORRECTS)), Grade.valueOf(l.get(LOAN.GRADE)), 0, lines(id), moves(id), steps.renewals(id), steps.losses(id));
    }

    private LoanSlip request(Record r) {
        var id = r.get("id", UUID.class);
        var d = db.select(LOAN_DRAFT.asterisk(), MAKER.NAME, APPROVER.NAME).from(LOAN_DRAFT)
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(LOAN_DRAFT.SCHOOL_ID), MAKER.ID.eq(LOAN_DRAFT.MADE_BY))
                .leftJoin(APPROVER).on(APPROVER.SCHOOL_ID.eq(LOAN_DRAFT.SCHOOL_ID), APPROVER.ID.eq(LOAN_DRAFT.APPROVER_ID))
                .where(LOAN_DRAFT.SCHOOL_ID.eq(tenancy.current()), LOAN_DRAFT.ID.eq(id)).fetchSingle();
        return new LoanSlip(id, null, LoanState.valueOf(r.get("state", String.class)), r.get("day", LocalDate.class), r.get("due", LocalDate.class), 0, r.get("warehouse_id", UUID.class),
                r.get("warehouse", String.class), r.get("borrower_id", UUID.class), r.get("borrower", String.class), r.get("department", String.class), r.get("party_id", UUID.class),
                r.get("party", String.class), r.get("purpose", String.class), d.get(LOAN_DRAFT.REMARK), d.get(LOAN_DRAFT.NEEDS_APPROVAL), d.get(LOAN_DRAFT.REFUSAL), d.get(APPROVER.NAME),
                d.get(LOAN_DRAFT.APPROVED_AT), d.get(LOAN_DRAFT.BORROWER_AT), d.get(LOAN_DRAFT.MADE_BY), d.get(MAKER.NAME), d.get(LOAN_DRAFT.MADE_AT), null, null, null, null, null,
                link(d.get(LOAN_DRAFT.CORRECTS)), Grade.WORKED, d.get(LOAN_DRAFT.VERSION), wanted(d.get(LOAN_DRAFT.WAREHOUSE_ID), DraftLines.read(d.get(LOAN_DRAFT.LINES))), List.of(), List.of(), List.of());
    }

    private List<LoanSlip.Line> lines(UUID id) {
        return db.select(LOAN_LINE.asterisk(), LOAN_OPEN.OUTSTANDING, ITEM.UNIT).from(LOAN_LINE)
                .leftJoin(LOAN_OPEN).on(LOAN_OPEN.SCHOOL_ID.eq(LOAN_LINE.SCHOOL_ID), LOAN_OPEN.LOAN_ID.eq(LOAN_LINE.LOAN_ID), LOAN_OPEN.LINE_NO.eq(LOAN_LINE.LINE_NO))
                .leftJoin(ITEM).on(ITEM.SCHOOL_ID.eq(LOAN_LINE.SCHOOL_ID), ITEM.ID.eq(LOAN_LINE.ITEM_ID))
                .where(LOAN_LINE.SCHOOL_ID.eq(tenancy.current()), LOAN_LINE.LOAN_ID.eq(id)).orderBy(LOAN_LINE.LINE_NO)
                .fetch(l -> new LoanSlip.Line(l.get(LOAN_LINE.LINE_NO), l.get(LOAN_LINE.ITEM_ID), l.get(LOAN_LINE.THING_NO), l.get(LOAN_LINE.THING), l.get(LOAN_LINE.ENTERED_UNIT),
                        new Quantity(l.get(LOAN_LINE.ENTERED_QUANTITY)), l.get(ITEM.UNIT), l.get(LOAN_OPEN.OUTSTANDING) == null ? Quantity.ZERO : new Quantity(l.get(LOAN_OPEN.OUTSTANDING)),
                        l.get(LOAN_LINE.CONDITION_OUT), null));
    }

    private List<LoanSlip.Line> wanted(UUID warehouse, List<LoanContent.Line> lines) {
        var items = new HashMap<UUID, Record>();
        db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, DSL.coalesce(BALANCE.QUANTITY.minus(BALANCE.LENT), val(java.math.BigDecimal.ZERO)).as("shelf")).from(ITEM)
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(val(warehouse)))
                .where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ID.in(lines.stream().map(LoanContent.Line::itemId).toList())).forEach(i -> items.put(i.get(ITEM.ID), i));
        var shown = new ArrayList<LoanSlip.Line>();
        for (var l : lines) {
            var item = items.get(l.itemId());
            var label = item.get(ITEM.SPEC) == null ? item.get(ITEM.NAME) : item.get(ITEM.NAME) + " " + item.get(ITEM.SPEC);
            shown.add(new LoanSlip.Line(shown.size() + 1, l.itemId(), item.get(ITEM.CODE), label, l.unit(), l.quantity(), item.get(ITEM.UNIT), Quantity.ZERO, l.condition(),
                    new Quantity(item.get("shelf", java.math.BigDecimal.class))));
        }
        return shown;
    }

    private List<LoanSlip.Move> moves(UUID id) {
        return db.select(LOAN_MOVE.KIND, LOAN_MOVE.BUSINESS_DATE, LOAN_LINE.THING, LOAN_MOVE.QUANTITY, LOAN_MOVE.CONDITION, PERSON.NAME).from(LOAN_MOVE)
                .join(LOAN_LINE).on(LOAN_LINE.SCHOOL_ID.eq(LOAN_MOVE.SCHOOL_ID), LOAN_LINE.LOAN_ID.eq(LOAN_MOVE.LOAN_ID), LOAN_LINE.LINE_NO.eq(LOAN_MOVE.LINE_NO))
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(LOAN_MOVE.SCHOOL_ID), PERSON.ID.eq(LOAN_MOVE.BY_ID))
                .where(LOAN_MOVE.SCHOOL_ID.eq(tenancy.current()), LOAN_MOVE.LOAN_ID.eq(id), LOAN_MOVE.KIND.ne(LoanSteps.Kind.OUT.name())).orderBy(LOAN_MOVE.BUSINESS_DATE, LOAN_MOVE.ID)
                .fetch(m -> new LoanSlip.Move(LoanSteps.Kind.valueOf(m.value1()), m.value2(), m.value3(), new Quantity(m.value4()).negated(), m.value5(), m.value6()));
    }

    private LoanSlip.@Nullable Link link(@Nullable UUID loan) {
        if (loan == null) return null;
        return db.select(LOAN.ID, LOAN.NO).from(LOAN).where(LOAN.SCHOOL_ID.eq(tenancy.current()), LOAN.ID.eq(loan)).fetchOptional(r -> new LoanSlip.Link(r.value1(), r.value2())).orElse(null);
    }
}
