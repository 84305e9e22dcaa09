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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.slip.Slips;
import org.zongwu.web.NotFound;
import zongwu.db.school.tables.Person;
import zongwu.db.stores.tables.Issue;
import zongwu.db.stores.tables.Item;

/** Issues as people read them: the slip with its names, and the register of drafts and posted documents in one. */
@Repository
class IssueSlips {
    private static final Person RECEIVER = PERSON.as("receiver");
    /** Who received; where that is only a name in an old ledger, the name. */
    private static final Field<String> NAMED = DSL.coalesce(RECEIVER.NAME, ISSUE.RECEIVER_NAME);
    private static final Person KEEPER = PERSON.as("keeper");
    private static final Person MAKER = PERSON.as("maker");
    private static final Person STAMPER = PERSON.as("stamper");
    private static final Person PICKER = PERSON.as("picker");
    private static final Issue OTHER = ISSUE.as("other");
    private static final Item ASKED = ITEM.as("asked");

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
     * {@code effective} leaves out what is not posted, was reversed, is a reversal, or on paper brought goods back in red.
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

    /** By id or number; what is not one's own to see is not there. */
    IssueSlip visible(String ref, Actor reader) {
        var id = ref.length() == 36 ? UUID.fromString(ref) : db.select(ISSUE.ID).from(ISSUE).where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.NO.eq(ref)).fetchOptional(ISSUE.ID).orElseThrow(NotFound::new);
        return slip(id).filter(s -> mayRead(reader, s)).orElseThrow(NotFound::new);
    }

    /** The issues that are not posted yet and still wanted, in the columns of the register. */
    Table<?> open() {
        return drafts(tenancy.current(), ISSUE_DRAFT.CLOSED_AT.isNull()).asTable("r");
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
                        NAMED.as("receiver"), RECEIVER.PINYIN.as("receiver_pinyin"), ISSUE.DEPARTMENT_ID, RECEIVER.DEPARTMENT, ISSUE.CLASS_ID, CLASS_TITLE.TITLE.as("class_title"), ISSUE.PURPOSE,
                        ISSUE.LINE_COUNT.as("lines"), ISSUE.AMOUNT, ISSUE.GRADE, state.as("state"), field(ISSUE.REVERSAL_OF.isNull().and(ISSUE.AMOUNT.ge(0L)).and(not(reversed))).as("effective"),
                        KEEPER.NAME.as("keeper"), ISSUE.REMARK, ISSUE.POSTED_AT, ISSUE.REQUESTED_AT, ISSUE.PROMISED_HOURS, ISSUE.HANDOUT_ID, ISSUE.MADE_BY, ISSUE.KEEPER_ID))
                .from(ISSUE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE.WAREHOUSE_ID))
                .leftJoin(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RECEIVER.ID.eq(ISSUE.RECEIVER_ID))
                .join(KEEPER).on(KEEPER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), KEEPER.ID.eq(ISSUE.KEEPER_ID))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE.CLASS_ID))
                .where(ISSUE.SCHOOL_ID.eq(school), which);
    }

    private Select<Record> drafts(long school, Condition which) {
        return select(List.of(ISSUE_DRAFT.ID, DSL.castNull(SQLDataType.CLOB).as("no"), ISSUE_DRAFT.NEEDED_ON.as("day"), ISSUE_DRAFT.WAREHOUSE_ID,
                        WAREHOUSE.NAME.as("warehouse"), ISSUE_DRAFT.RECEIVER_ID, RECEIVER.NAME.as("receiver"), RECEIVER.PINYIN.as("receiver_pinyin"), RECEIVER.DEPARTMENT_ID,
                        RECEIVER.DEPARTMENT, ISSUE_DRAFT.CLASS_ID, CLASS_TITLE.TITLE.as("class_title"), ISSUE_DRAFT.PURPOSE, jsonbArrayLength(ISSUE_DRAFT.LINES).as("lines"),
                        DSL.castNull(SQLDataType.BIGINT).as("amount"), inline(Grade.WORKED.name()).as("grade"), draftState().as("state"), inline(false).as("effective"),
                        DSL.castNull(SQLDataType.CLOB).as("keeper"), ISSUE_DRAFT.REMARK, DSL.castNull(SQLDataType.INSTANT).as("posted_at"), ISSUE_DRAFT.REQUESTED_AT, DSL.castNull(SQLDataType.INTEGER).as("promised_hours"),
                        ISSUE_DRAFT.HANDOUT_ID, ISSUE_DRAFT.MADE_BY, DSL.castNull(SQLDataType.UUID).as("keeper_id")))
                .from(ISSUE_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE_DRAFT.WAREHOUSE_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), RECEIVER.ID.eq(ISSUE_DRAFT.RECEIVER_ID))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE_DRAFT.CLASS_ID))
                .where(ISSUE_DRAFT.SCHOOL_ID.eq(school), which);
    }

    private static Field<String> draftState() {
        return case_().when(ISSUE_DRAFT.CLOSED_AT.isNotNull(), inline("CLOSED")).when(ISSUE_DRAFT.RECEIVER_AT.isNotNull(), inline("SIGNED")).when(ISSUE_DRAFT.PICKED_AT.isNotNull(), inline("PICKED")).when(ISSUE_DRAFT.SUBMITTED_AT.isNotNull(), inline("SUBMITTED")).otherwise(inline("DRAFT"));
    }

    private Optional<IssueSlip> postedSlip(UUID id) {
        var reversedBy = link(OTHER.REVERSAL_OF.eq(ISSUE.ID));
        var reversalOf = link(OTHER.ID.eq(ISSUE.REVERSAL_OF));
        var corrects = link(OTHER.ID.eq(ISSUE.CORRECTS));
        var correctedBy = link(OTHER.CORRECTS.eq(ISSUE.ID));
        var lines = multiset(select(ISSUE_LINE.LINE_NO, ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ISSUE_LINE.ENTERED_UNIT, ISSUE_LINE.ENTERED_QUANTITY, ITEM.UNIT, ISSUE_LINE.AMOUNT,
                        ISSUE_LINE.ASKED_QUANTITY, ASKED.NAME, ASKED.SPEC, ISSUE_LINE.INSTEAD_UNIT, ISSUE_LINE.INSTEAD_QUANTITY)
                .from(ISSUE_LINE).join(ITEM).on(ITEM.SCHOOL_ID.eq(ISSUE_LINE.SCHOOL_ID), ITEM.ID.eq(ISSUE_LINE.ITEM_ID))
                .leftJoin(ASKED).on(ASKED.SCHOOL_ID.eq(ISSUE_LINE.SCHOOL_ID), ASKED.ID.eq(ISSUE_LINE.INSTEAD_ITEM_ID))
                .where(ISSUE_LINE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), ISSUE_LINE.ISSUE_ID.eq(ISSUE.ID)).orderBy(ISSUE_LINE.LINE_NO)).as("lines");
        var continues = link(OTHER.ID.eq(ISSUE.CONTINUES));
        var continuedBy = continuedBy(ISSUE.SCHOOL_ID, ISSUE.ID);
        return db.select(ISSUE.asterisk(), WAREHOUSE.NAME, NAMED, RECEIVER.DEPARTMENT, KEEPER.NAME, MAKER.NAME, STAMPER.NAME, CLASS_TITLE.TITLE, reversedBy, reversalOf, corrects,
                        correctedBy, continues, continuedBy, lines)
                .from(ISSUE)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE.WAREHOUSE_ID))
                .leftJoin(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RECEIVER.ID.eq(ISSUE.RECEIVER_ID))
                .join(KEEPER).on(KEEPER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), KEEPER.ID.eq(ISSUE.KEEPER_ID))
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), MAKER.ID.eq(ISSUE.MADE_BY))
                .leftJoin(STAMPER).on(STAMPER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), STAMPER.ID.eq(ISSUE.STAMPED_BY))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE.CLASS_ID))
                .where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.ID.eq(id))
                .fetchOptional(r -> {
                    var by = first(r.get(reversedBy));
                    var of = first(r.get(reversalOf));
                    var state = of != null ? "REVERSAL" : by != null ? "REVERSED" : "POSTED";
                    return new IssueSlip(id, r.get(ISSUE.NO), state, r.get(ISSUE.BUSINESS_DATE), r.get(ISSUE.WAREHOUSE_ID), r.get(WAREHOUSE.NAME), r.get(ISSUE.RECEIVER_ID),
                            r.get(NAMED), Objects.requireNonNullElse(r.get(RECEIVER.DEPARTMENT), "—"), r.get(ISSUE.CLASS_ID), r.get(CLASS_TITLE.TITLE), Purpose.valueOf(r.get(ISSUE.PURPOSE)),
                            r.get(ISSUE.REMARK), r.get(ISSUE.MADE_BY), r.get(MAKER.NAME), r.get(ISSUE.MADE_AT), null, r.get(ISSUE.RECEIVER_AT), r.get(KEEPER.NAME), r.get(ISSUE.POSTED_AT), of,
                            r.get(ISSUE.REVERSAL_REASON), by, first(r.get(corrects)), first(r.get(correctedBy)), Grade.valueOf(r.get(ISSUE.GRADE)), 0,
                            new IssueSlip.Story(r.get(ISSUE.REQUESTED_AT), null, null, r.get(STAMPER.NAME), r.get(ISSUE.STAMPED_AT), r.get(ISSUE.PAPER_ID),
                                    work(r.get(ISSUE.WORK_TYPE), r.get(ISSUE.WORK_ID), r.get(ISSUE.WORK_NO)), r.get(ISSUE.HANDOUT_ID), first(r.get(continues)),
                                    first(r.get(continuedBy)), null),
                            r.get(lines).map(IssueSlips::postedLine));
                });
    }

    private Optional<IssueSlip> draftSlip(UUID id) {
        var continued = ISSUE.as("continued");
        return db.select(ISSUE_DRAFT.asterisk(), WAREHOUSE.NAME, RECEIVER.NAME, RECEIVER.DEPARTMENT, MAKER.NAME, STAMPER.NAME, PICKER.NAME, CLASS_TITLE.TITLE, draftState().as("state"),
                        OTHER.ID, OTHER.NO, continued.ID, continued.NO)
                .from(ISSUE_DRAFT)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE_DRAFT.WAREHOUSE_ID))
                .join(RECEIVER).on(RECEIVER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), RECEIVER.ID.eq(ISSUE_DRAFT.RECEIVER_ID))
                .leftJoin(MAKER).on(MAKER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), MAKER.ID.eq(ISSUE_DRAFT.MADE_BY))
                .leftJoin(CLASS_TITLE).on(CLASS_TITLE.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), CLASS_TITLE.ID.eq(ISSUE_DRAFT.CLASS_ID))
                .leftJoin(STAMPER).on(STAMPER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), STAMPER.ID.eq(ISSUE_DRAFT.STAMPED_BY))
                .leftJoin(PICKER).on(PICKER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), PICKER.ID.eq(ISSUE_DRAFT.PICKED_BY))
                .leftJoin(OTHER).on(OTHER.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), OTHER.ID.eq(ISSUE_DRAFT.CORRECTS))
                .leftJoin(continued).on(continued.SCHOOL_ID.eq(ISSUE_DRAFT.SCHOOL_ID), continued.ID.eq(ISSUE_DRAFT.CONTINUES))
                .where(ISSUE_DRAFT.SCHOOL_ID.eq(tenancy.current()), ISSUE_DRAFT.ID.eq(id))
                .fetchOptional(r -> new IssueSlip(id, null, r.get("state", String.class), r.get(ISSUE_DRAFT.NEEDED_ON), r.get(ISSUE_DRAFT.WAREHOUSE_ID), r.get(WAREHOUSE.NAME),
                        r.get(ISSUE_DRAFT.RECEIVER_ID), r.get(RECEIVER.NAME), r.get(RECEIVER.DEPARTMENT), r.get(ISSUE_DRAFT.CLASS_ID), r.get(CLASS_TITLE.TITLE),
                        Purpose.valueOf(r.get(ISSUE_DRAFT.PURPOSE)), r.get(ISSUE_DRAFT.REMARK), r.get(ISSUE_DRAFT.MADE_BY), r.get(MAKER.NAME), r.get(ISSUE_DRAFT.MADE_AT),
                        r.get(ISSUE_DRAFT.SUBMITTED_AT), r.get(ISSUE_DRAFT.RECEIVER_AT), null, null, null, null, null,
                        r.get(OTHER.ID) == null ? null : new IssueSlip.Link(r.get(OTHER.ID), r.get(OTHER.NO)), null, Grade.WORKED, r.get(ISSUE_DRAFT.VERSION),
                        new IssueSlip.Story(r.get(ISSUE_DRAFT.REQUESTED_AT), r.get(PICKER.NAME), r.get(ISSUE_DRAFT.PICKED_AT), r.get(STAMPER.NAME), r.get(ISSUE_DRAFT.STAMPED_AT),
                                r.get(ISSUE_DRAFT.PAPER_ID), work(r.get(ISSUE_DRAFT.WORK_TYPE), r.get(ISSUE_DRAFT.WORK_ID), r.get(ISSUE_DRAFT.WORK_NO)), r.get(ISSUE_DRAFT.HANDOUT_ID),
                                r.get(continued.ID) == null ? null : new IssueSlip.Link(r.get(continued.ID), r.get(continued.NO)), null, r.get(ISSUE_DRAFT.CLOSED_WHY)),
                        draftLines(r.get(ISSUE_DRAFT.WAREHOUSE_ID), DraftLines.read(r.get(ISSUE_DRAFT.LINES)))));
    }

    private List<IssueSlip.Line> draftLines(UUID warehouseId, List<IssueContent.Line> lines) {
        var items = new HashMap<UUID, Record>();
        db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, BALANCE.QUANTITY.minus(BALANCE.LENT).as("on_hand")).from(ITEM)
                .leftJoin(BALANCE).on(BALANCE.SCHOOL_ID.eq(ITEM.SCHOOL_ID), BALANCE.ITEM_ID.eq(ITEM.ID), BALANCE.WAREHOUSE_ID.eq(val(warehouseId)))
                .where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ID.in(named(lines)))
                .forEach(r -> items.put(r.get(ITEM.ID), r));
        var shown = new ArrayList<IssueSlip.Line>();
        for (var line : lines) {
            var item = items.get(line.itemId());
            var onHand = item.get("on_hand", BigDecimal.class);
            shown.add(new IssueSlip.Line(shown.size() + 1, line.itemId(), item.get(ITEM.CODE), item.get(ITEM.NAME), item.get(ITEM.SPEC), line.unit(), line.given(),
                    item.get(ITEM.UNIT), null, null, onHand == null ? Quantity.ZERO : new Quantity(onHand), line.owed().isPositive() ? line.quantity() : null, instead(line, items)));
        }
        return shown;
    }

    private static List<UUID> named(List<IssueContent.Line> lines) {
        var all = new ArrayList<UUID>();
        for (var line : lines) {
            all.add(line.itemId());
            if (line.instead() != null) all.add(line.instead().itemId());
        }
        return all;
    }

    private static @Nullable String instead(IssueContent.Line line, Map<UUID, Record> items) {
        if (line.instead() == null) return null;
        var item = items.get(line.instead().itemId());
        return asked(item.get(ITEM.NAME), item.get(ITEM.SPEC), line.instead().quantity(), line.instead().unit());
    }

    private static String asked(String name, @Nullable String spec, Quantity quantity, String unit) {
        return Slips.label(name, spec) + " " + quantity + " " + unit;
    }

    private static @Nullable WorkRef work(@Nullable String type, @Nullable UUID id, @Nullable String no) {
        return type == null ? null : new WorkRef(type, id, no);
    }

    /** The back-order, posted or not. */
    private static Field<Result<Record2<UUID, String>>> continuedBy(Field<Long> school, Field<UUID> id) {
        return multiset(select(OTHER.ID, OTHER.NO).from(OTHER).where(OTHER.SCHOOL_ID.eq(school), OTHER.CONTINUES.eq(id), OTHER.REVERSAL_OF.isNull())
                .unionAll(select(ISSUE_DRAFT.ID, DSL.castNull(SQLDataType.CLOB)).from(ISSUE_DRAFT).where(ISSUE_DRAFT.SCHOOL_ID.eq(school), ISSUE_DRAFT.CONTINUES.eq(id))).limit(1)).as("continued_by");
    }

    private static IssueSlip.Line postedLine(Record l) {
        var quantity = l.get(ISSUE_LINE.ENTERED_QUANTITY);
        var amount = new Money(l.get(ISSUE_LINE.AMOUNT));
        return new IssueSlip.Line(l.get(ISSUE_LINE.LINE_NO), l.get(ITEM.ID), l.get(ITEM.CODE), l.get(ITEM.NAME), l.get(ITEM.SPEC), l.get(ISSUE_LINE.ENTERED_UNIT),
                new Quantity(quantity), l.get(ITEM.UNIT), amount.yuan().divide(quantity, 6, RoundingMode.HALF_UP), amount, null,
                l.get(ISSUE_LINE.ASKED_QUANTITY) == null ? null : new Quantity(l.get(ISSUE_LINE.ASKED_QUANTITY)),
                l.get(ISSUE_LINE.INSTEAD_UNIT) == null ? null : asked(l.get(ASKED.NAME), l.get(ASKED.SPEC), new Quantity(l.get(ISSUE_LINE.INSTEAD_QUANTITY)), l.get(ISSUE_LINE.INSTEAD_UNIT)));
    }

    private Field<Result<Record2<UUID, String>>> link(Condition which) {
        return multiset(select(OTHER.ID, OTHER.NO).from(OTHER).where(OTHER.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), which).limit(1));
    }

    private static IssueSlip.@Nullable Link first(Result<Record2<UUID, String>> links) {
        return links.isEmpty() ? null : new IssueSlip.Link(links.getFirst().value1(), links.getFirst().value2());
    }
}
