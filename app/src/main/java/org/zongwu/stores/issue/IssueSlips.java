package org.zongwu.stores.issue;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayLength;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.CLASS_TITLE;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ISSUE_DRAFT;
import static zongwu.db.stores.Tables.ISSUE_LINE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.slip.Slips;
import zongwu.db.school.tables.Person;
import zongwu.db.stores.tables.Issue;

/** Issues as people read them: the slip with its names, and the register of drafts and posted documents in one. */
@Repository
class IssueSlips {
    private static final Person RECEIVER = PERSON.as("receiver");
    private static final Person KEEPER = PERSON.as("keeper");
    private static final Person MAKER = PERSON.as("maker");
    private static final Issue OTHER = ISSUE.as("other");

    private final DSLContext db;
    private final Tenancy tenancy;

    IssueSlips(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    Optional<IssueSlip> slip(UUID id) {
        return postedSlip(id).or(() -> draftSlip(id));
    }

    /**
     * The register, of everybody's issues or, for who may see no more, of his own. {@code state} is as in {@link IssueSlip};
     * {@code effective} leaves out what is not posted, was reversed or is a reversal.
     */
    Table<?> rows(Actor reader) {
        var school = tenancy.current();
        var all = Slips.readsAll(reader);
        Condition posted = all ? DSL.noCondition() : ISSUE.RECEIVER_ID.eq(reader.employeeId()).or(ISSUE.MADE_BY.eq(reader.employeeId()));
        Condition draft = all ? DSL.noCondition() : ISSUE_DRAFT.RECEIVER_ID.eq(reader.employeeId()).or(ISSUE_DRAFT.MADE_BY.eq(reader.employeeId()));
        return posted(school, posted).unionAll(drafts(school, draft)).asTable("r");
    }

    /** Whether this reader sees the slip at all: those who answer for the stores see every one, others their own. */
    boolean mayRead(Actor reader, IssueSlip slip) {
        return Slips.readsAll(reader) || reader.employeeId().equals(slip.receiverId()) || reader.employeeId().equals(slip.madeById());
    }

    /** The issues that are not posted yet, in the columns of the register. */
    Table<?> open() {
        return drafts(tenancy.current(), DSL.noCondition()).asTable("r");
    }

    /** Every issue of the school. */
    Table<?> rows() {
        var school = tenancy.current();
        return posted(school, DSL.noCondition()).unionAll(drafts(school, DSL.noCondition())).asTable("r");
    }

    private Select<Record> posted(long school, Condition which) {
        var reversed = exists(selectOne().from(OTHER).where(OTHER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), OTHER.REVERSAL_OF.eq(ISSUE.ID)));
        var state = when(ISSUE.REVERSAL_OF.isNotNull(), inline("REVERSAL")).when(reversed, inline("REVERSED")).otherwise(inline("POSTED"));
        return select(List.of(ISSUE.ID, ISSUE.NO, ISSUE.BUSINESS_DATE.as("day"), ISSUE.WAREHOUSE_ID, WAREHOUSE.NAME.as("warehouse"), ISSUE.RECEIVER_ID,
                        RECEIVER.NAME.as("receiver"), RECEIVER.PINYIN.as("receiver_pinyin"), ISSUE.DEPARTMENT_ID, RECEIVER.DEPARTMENT, ISSUE.CLASS_ID, CLASS_TITLE.TITLE.as("class_title"), ISSUE.PURPOSE,
                        ISSUE.LINE_COUNT.as("lines"), ISSUE.AMOUNT, ISSUE.GRADE, state.as("state"), field(ISSUE.REVERSAL_OF.isNull().and(not(reversed))).as("effective"),
                        KEEPER.NAME.as("keeper"), ISSUE.REMARK, ISSUE.POSTED_AT))
                .from(ISSUE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE.WAREHOUSE_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RECEIVER.ID.eq(ISSUE.RECEIVER_ID))
                .join(KEEPER).on(KEEPER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), KEEPER.ID.eq(ISSUE.KEEPER_ID))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE.CLASS_ID))
                .where(ISSUE.SCHOOL_ID.eq(school), which);
    }

    private Select<Record> drafts(long school, Condition which) {
        return select(List.of(ISSUE_DRAFT.ID, DSL.castNull(SQLDataType.CLOB).as("no"), ISSUE_DRAFT.NEEDED_ON.as("day"), ISSUE_DRAFT.WAREHOUSE_ID,
                        WAREHOUSE.NAME.as("warehouse"), ISSUE_DRAFT.RECEIVER_ID, RECEIVER.NAME.as("receiver"), RECEIVER.PINYIN.as("receiver_pinyin"), RECEIVER.DEPARTMENT_ID,
                        RECEIVER.DEPARTMENT, ISSUE_DRAFT.CLASS_ID, CLASS_TITLE.TITLE.as("class_title"), ISSUE_DRAFT.PURPOSE, jsonbArrayLength(ISSUE_DRAFT.LINES).as("lines"),
                        DSL.castNull(SQLDataType.BIGINT).as("amount"), inline(Grade.WORKED.name()).as("grade"), draftState().as("state"), inline(false).as("effective"),
                        DSL.castNull(SQLDataType.CLOB).as("keeper"), ISSUE_DRAFT.REMARK, DSL.castNull(SQLDataType.INSTANT).as("posted_at")))
                .from(ISSUE_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE_DRAFT.WAREHOUSE_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), RECEIVER.ID.eq(ISSUE_DRAFT.RECEIVER_ID))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE_DRAFT.CLASS_ID))
                .where(ISSUE_DRAFT.SCHOOL_ID.eq(school), which);
    }

    private static Field<String> draftState() {
        return case_().when(ISSUE_DRAFT.RECEIVER_AT.isNotNull(), inline("SIGNED")).when(ISSUE_DRAFT.SUBMITTED_AT.isNotNull(), inline("SUBMITTED")).otherwise(inline("DRAFT"));
    }

    private Optional<IssueSlip> postedSlip(UUID id) {
        var reversedBy = link(OTHER.REVERSAL_OF.eq(ISSUE.ID));
        var reversalOf = link(OTHER.ID.eq(ISSUE.REVERSAL_OF));
        var corrects = link(OTHER.ID.eq(ISSUE.CORRECTS));
        var correctedBy = link(OTHER.CORRECTS.eq(ISSUE.ID));
        var lines = multiset(select(ISSUE_LINE.LINE_NO, ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ISSUE_LINE.ENTERED_UNIT, ISSUE_LINE.ENTERED_QUANTITY, ITEM.UNIT, ISSUE_LINE.AMOUNT)
                .from(ISSUE_LINE).join(ITEM).on(ITEM.SCHOOL_ID.eq(ISSUE_LINE.SCHOOL_ID), ITEM.ID.eq(ISSUE_LINE.ITEM_ID))
                .where(ISSUE_LINE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), ISSUE_LINE.ISSUE_ID.eq(ISSUE.ID)).orderBy(ISSUE_LINE.LINE_NO)).as("lines");
        return db.select(ISSUE.asterisk(), WAREHOUSE.NAME, RECEIVER.NAME, RECEIVER.DEPARTMENT, KEEPER.NAME, MAKER.NAME, CLASS_TITLE.TITLE, reversedBy, reversalOf, corrects, correctedBy, lines)
                .from(ISSUE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE.WAREHOUSE_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RECEIVER.ID.eq(ISSUE.RECEIVER_ID))
                .join(KEEPER).on(KEEPER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), KEEPER.ID.eq(ISSUE.KEEPER_ID))
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), MAKER.ID.eq(ISSUE.MADE_BY))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE.CLASS_ID))
                .where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.ID.eq(id))
                .fetchOptional(r -> {
                    var by = first(r.get(reversedBy));
                    var of = first(r.get(reversalOf));
                    var state = of != null ? "REVERSAL" : by != null ? "REVERSED" : "POSTED";
                    return new IssueSlip(id, r.get(ISSUE.NO), state, r.get(ISSUE.BUSINESS_DATE), r.get(ISSUE.WAREHOUSE_ID), r.get(WAREHOUSE.NAME), r.get(ISSUE.RECEIVER_ID),
                            r.get(RECEIVER.NAME), r.get(RECEIVER.DEPARTMENT), r.get(ISSUE.CLASS_ID), r.get(CLASS_TITLE.TITLE), Purpose.valueOf(r.get(ISSUE.PURPOSE)),
                            r.get(ISSUE.REMARK), r.get(ISSUE.MADE_BY), r.get(MAKER.NAME), r.get(ISSUE.MADE_AT), null, r.get(ISSUE.RECEIVER_AT), r.get(KEEPER.NAME), r.get(ISSUE.POSTED_AT), of,
                            r.get(ISSUE.REVERSAL_REASON), by, first(r.get(corrects)), first(r.get(correctedBy)), Grade.valueOf(r.get(ISSUE.GRADE)), 0,
                            r.get(lines).map(IssueSlips::postedLine));
                });
    }

    private Optional<IssueSlip> draftSlip(UUID id) {
        return db.select(ISSUE_DRAFT.asterisk(), WAREHOUSE.NAME, RECEIVER.NAME, RECEIVER.DEPARTMENT, MAKER.NAME, CLASS_TITLE.TITLE, draftState().as("state"), OTHER.ID, OTHER.NO)
                .from(ISSUE_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE_DRAFT.WAREHOUSE_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), RECEIVER.ID.eq(ISSUE_DRAFT.RECEIVER_ID))
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), MAKER.ID.eq(ISSUE_DRAFT.MADE_BY))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE_DRAFT.CLASS_ID))
                .leftJoin(OTHER).on(OTHER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), OTHER.ID.eq(ISSUE_DRAFT.CORRECTS))
                .where(ISSUE_DRAFT.SCHOOL_ID.eq(tenancy.current()), ISSUE_DRAFT.ID.eq(id))
                .fetchOptional(r -> new IssueSlip(id, null, r.get("state", String.class), r.get(ISSUE_DRAFT.NEEDED_ON), r.get(ISSUE_DRAFT.WAREHOUSE_ID), r.get(WAREHOUSE.NAME),
                        r.get(ISSUE_DRAFT.RECEIVER_ID), r.get(RECEIVER.NAME), r.get(RECEIVER.DEPARTMENT), r.get(ISSUE_DRAFT.CLASS_ID), r.get(CLASS_TITLE.TITLE),
                        Purpose.valueOf(r.get(ISSUE_DRAFT.PURPOSE)), r.get(ISSUE_DRAFT.REMARK), r.get(ISSUE_DRAFT.MADE_BY), r.get(MAKER.NAME), r.get(ISSUE_DRAFT.MADE_AT),
                        r.get(ISSUE_DRAFT.SUBMITTED_AT), r.get(ISSUE_DRAFT.RECEIVER_AT), null, null, null, null, null,
                        r.get(OTHER.ID) == null ? null : new IssueSlip.Link(r.get(OTHER.ID), r.get(OTHER.NO)), null, Grade.WORKED, r.get(ISSUE_DRAFT.VERSION),
                        draftLines(r.get(ISSUE_DRAFT.WAREHOUSE_ID), DraftLines.read(r.get(ISSUE_DRAFT.LINES)))));
    }

    private List<IssueSlip.Line> draftLines(UUID warehouseId, List<IssueContent.Line> lines) {
        var items = new HashMap<UUID, Record>();
        db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, BALANCE.QUANTITY).from(ITEM)
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(val(warehouseId)))
                .where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ID.in(lines.stream().map(IssueContent.Line::itemId).toList()))
                .forEach(r -> items.put(r.get(ITEM.ID), r));
        var shown = new ArrayList<IssueSlip.Line>();
        for (var line : lines) {
            var item = items.get(line.itemId());
            var onHand = item.get(BALANCE.QUANTITY);
            shown.add(new IssueSlip.Line(shown.size() + 1, line.itemId(), item.get(ITEM.CODE), item.get(ITEM.NAME), item.get(ITEM.SPEC), line.unit(), line.quantity(),
                    item.get(ITEM.UNIT), null, null, onHand == null ? Quantity.ZERO : new Quantity(onHand)));
        }
        return shown;
    }

    private static IssueSlip.Line postedLine(Record l) {
        var quantity = l.get(ISSUE_LINE.ENTERED_QUANTITY);
        var amount = new Money(l.get(ISSUE_LINE.AMOUNT));
        return new IssueSlip.Line(l.get(ISSUE_LINE.LINE_NO), l.get(ITEM.ID), l.get(ITEM.CODE), l.get(ITEM.NAME), l.get(ITEM.SPEC), l.get(ISSUE_LINE.ENTERED_UNIT),
                new Quantity(quantity), l.get(ITEM.UNIT), amount.yuan().divide(quantity, 6, RoundingMode.HALF_UP), amount, null);
    }

    private Field<Result<Record2<UUID, String>>> link(Condition which) {
        return multiset(select(OTHER.ID, OTHER.NO).from(OTHER).where(OTHER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), which).limit(1));
    }

    private static IssueSlip.@Nullable Link first(Result<Record2<UUID, String>> links) {
        return links.isEmpty() ? null : new IssueSlip.Link(links.getFirst().value1(), links.getFirst().value2());
    }
}
