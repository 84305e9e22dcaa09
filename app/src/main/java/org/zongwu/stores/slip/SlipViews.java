package org.zongwu.stores.slip;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbArrayLength;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.SLIP;
import static zongwu.db.stores.Tables.SLIP_DRAFT;
import static zongwu.db.stores.Tables.SLIP_LINE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.stock.Lot;
import org.zongwu.stores.stock.StockService;
import zongwu.db.school.tables.Person;
import zongwu.db.stores.tables.Slip;
import zongwu.db.stores.tables.Warehouse;

/** Documents as people read them: the slip with its names, and the register of drafts and posted ones in one; of the kind that is asked for. */
@Repository
class SlipViews {
    private static final Person MAKER = PERSON.as("maker");
    private static final Person NAMED = PERSON.as("named");
    private static final Person SECOND = PERSON.as("second");
    private static final Person KEEPER = PERSON.as("keeper");
    private static final Warehouse TARGET = WAREHOUSE.as("target");
    private static final Slip OTHER = SLIP.as("other");
    private static final Field<String> SUBMITTED = when(SLIP_DRAFT.SECOND_AT.isNotNull(), inline("SIGNED")).when(SLIP_DRAFT.SUBMITTED_AT.isNotNull(),
            inline("SUBMITTED")).otherwise(inline("DRAFT"));

    private final DSLContext db;
    private final StockService stock;
    private final Tenancy tenancy;

    SlipViews(DSLContext db, StockService stock, Tenancy tenancy) {
        this.db = db;
        this.stock = stock;
        this.tenancy = tenancy;
    }

    /**
     * The register as {@code r}; {@code effective} leaves out what is not posted, was reversed or is a reversal.
     *
     * @param reader sees his own only, unless he answers for the stores; null sees all
     */
    Table<?> rows(SlipKind kind, @Nullable Actor reader) {
        return posted(SLIP.KIND.eq(kind.name()).and(own(reader, SLIP))).unionAll(drafts(SLIP_DRAFT.KIND.eq(kind.name()).and(own(reader, SLIP_DRAFT)))).asTable("r");
    }

    /** What is not posted yet, of all kinds. */
    Table<?> open() {
        return drafts(DSL.noCondition()).asTable("r");
    }

    /** Everything that is posted, of all kinds, for the figures. */
    Table<?> posted() {
        return posted(DSL.noCondition()).asTable("r");
    }

    Optional<UUID> idOf(String no) {
        return db.select(SLIP.ID).from(SLIP).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.NO.eq(no)).fetchOptional(Record1::value1);
    }

    boolean mayRead(Actor reader, SlipView slip) {
        return Slips.readsAll(reader) || reader.employeeId().equals(slip.madeById()) || reader.employeeId().equals(slip.content().personId());
    }

    private static Condition own(@Nullable Actor reader, Table<?> t) {
        if (reader == null || Slips.readsAll(reader)) return DSL.noCondition();
        return t.field(SLIP.MADE_BY).eq(reader.employeeId()).or(t.field(SLIP.PERSON_ID).eq(reader.employeeId()));
    }

    private Select<Record> posted(Condition which) {
        var reversed = exists(selectOne().from(OTHER).where(OTHER.SCHOOL_ID.eq(SLIP.SCHOOL_ID), OTHER.REVERSAL_OF.eq(SLIP.ID)));
        var state = when(SLIP.REVERSAL_OF.isNotNull(), inline("REVERSAL")).when(reversed, inline("REVERSED")).otherwise(inline("POSTED"));
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(SLIP.NO, SLIP.BUSINESS_DATE.as("day"), SLIP.LINE_COUNT.as("lines"), SLIP.AMOUNT, state.as("state"),
                field(SLIP.REVERSAL_OF.isNull().and(not(reversed))).as("effective")));
        return named(fields, SLIP, which, null);
    }

    private Select<Record> drafts(Condition which) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(castNull(SQLDataType.CLOB).as("no"), SLIP_DRAFT.DAY, jsonbArrayLength(SLIP_DRAFT.LINES).as("lines"),
                castNull(SQLDataType.BIGINT).as("amount"), SUBMITTED.as("state"), inline(false).as("effective")));
        return named(fields, SLIP_DRAFT, which, null);
    }

    /** @param keeper joins who posted it; null without */
    private Select<Record> named(List<SelectFieldOrAsterisk> fields, Table<?> t, Condition which, @Nullable Condition keeper) {
        fields.addAll(List.of(t.field(SLIP.ID), t.field(SLIP.KIND), t.field(SLIP.WAREHOUSE_ID), WAREHOUSE.NAME.as("warehouse"), TARGET.NAME.as("target"),
                t.field(SLIP.SOURCE_NO),
                t.field(SLIP.PERSON_ID), NAMED.NAME.as("person"), KNOWN.NAME.as("supplier"), t.field(SLIP.REASON), t.field(SLIP.FUNDING), t.field(SLIP.INVOICE_NO),
                t.field(SLIP.MADE_BY), MAKER.NAME.as("maker"), t.field(SLIP.SECOND_ID), SECOND.NAME.as("second")));
        return db.select(fields).from(t)
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), WAREHOUSE.ID.eq(t.field(SLIP.WAREHOUSE_ID)))
                .leftJoin(TARGET).on(TARGET.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), TARGET.ID.eq(t.field(SLIP.TARGET_ID)))
                .leftJoin(NAMED).on(NAMED.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), NAMED.ID.eq(t.field(SLIP.PERSON_ID)))
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), KNOWN.ID.eq(t.field(SLIP.SUPPLIER_ID)))
                .join(MAKER).on(MAKER.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), MAKER.ID.eq(t.field(SLIP.MADE_BY)))
                .leftJoin(SECOND).on(SECOND.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), SECOND.ID.eq(t.field(SLIP.SECOND_ID)))
                .leftJoin(KEEPER).on(KEEPER.SCHOOL_ID.eq(t.field(SLIP.SCHOOL_ID)), keeper == null ? DSL.falseCondition() : keeper)
                .where(t.field(SLIP.SCHOOL_ID).eq(tenancy.current()), which);
    }

    /** One document, draft or posted. */
    Optional<SlipView> slip(SlipKind kind, UUID id) {
        return postedSlip(kind, id).or(() -> draftSlip(kind, id));
    }

    private Optional<SlipView> postedSlip(SlipKind kind, UUID id) {
        return named(new ArrayList<>(List.of(SLIP.asterisk(), KEEPER.NAME.as("keeper"))), SLIP, SLIP.KIND.eq(kind.name()).and(SLIP.ID.eq(id)),
                KEEPER.ID.eq(SLIP.KEEPER_ID)).fetchOptional(r -> {
            var by = link(OTHER.REVERSAL_OF.eq(id));
            var of = r.get(SLIP.REVERSAL_OF) == null ? null : link(OTHER.ID.eq(r.get(SLIP.REVERSAL_OF)));
            var lots = stock.lotsOf(r.get(SLIP.WAREHOUSE_ID), List.of(id));
            var lines = db.select(SLIP_LINE.asterisk(), ITEM.CODE, ITEM.NAME, ITEM.SPEC).from(SLIP_LINE).join(ITEM).on(ITEM.SCHOOL_ID.eq(SLIP_LINE.SCHOOL_ID),
                    ITEM.ID.eq(SLIP_LINE.ITEM_ID))
                    .where(SLIP_LINE.SCHOOL_ID.eq(tenancy.current()), SLIP_LINE.SLIP_ID.eq(id)).orderBy(SLIP_LINE.LINE_NO).fetch(l -> postedLine(l, lots));
            return new SlipView(id, r.get(SLIP.NO), of != null ? "REVERSAL" : by != null ? "REVERSED" : "POSTED", SlipRepository.content(r, SLIP,
                    r.get(SLIP.BUSINESS_DATE), List.of()),
                    r.get("warehouse", String.class), r.get("target", String.class), r.get("person", String.class), r.get("supplier", String.class),
                            r.get(SLIP.MADE_BY), r.get("maker", String.class),
                    r.get(SLIP.MADE_AT), r.get("second", String.class), r.get(SLIP.SECOND_AT), r.get("keeper", String.class), r.get(SLIP.POSTED_AT), of,
                            r.get(SLIP.REVERSAL_REASON), by,
                    r.get(SLIP.CORRECTS) == null ? null : link(OTHER.ID.eq(r.get(SLIP.CORRECTS))), correctedBy(id), 0, lines);
        });
    }

    private Optional<SlipView> draftSlip(SlipKind kind, UUID id) {
        return named(new ArrayList<>(List.of(SLIP_DRAFT.asterisk(), SUBMITTED.as("state"))), SLIP_DRAFT, SLIP_DRAFT.KIND.eq(kind.name()).and(SLIP_DRAFT.ID.eq(id)),
                null).fetchOptional(r -> {
            var content = SlipRepository.content(r, SLIP_DRAFT, r.get(SLIP_DRAFT.DAY), SlipLines.read(r.get(SLIP_DRAFT.LINES)));
            return new SlipView(id, null, r.get("state", String.class), content, r.get("warehouse", String.class), r.get("target", String.class), r.get("person",
                    String.class),
                    r.get("supplier", String.class), r.get(SLIP_DRAFT.MADE_BY), r.get("maker", String.class), r.get(SLIP_DRAFT.MADE_AT), r.get("second", String.class),
                    r.get(SLIP_DRAFT.SECOND_AT), null, null, null, null, null, r.get(SLIP_DRAFT.CORRECTS) == null ? null : link(OTHER.ID.eq(r.get(SLIP_DRAFT.CORRECTS))), null,
                    r.get(SLIP_DRAFT.VERSION), draftLines(content.lines()));
        });
    }

    private List<SlipView.Line> draftLines(List<SlipContent.Line> lines) {
        var items = db.select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC).from(ITEM).where(ITEM.SCHOOL_ID.eq(tenancy.current()), ITEM.ID.in(lines.stream()
                .map(SlipContent.Line::itemId).toList()))
                .fetchMap(ITEM.ID);
        var shown = new ArrayList<SlipView.Line>();
        for (var l : lines) {
            var item = items.get(l.itemId());
            shown.add(new SlipView.Line(shown.size() + 1, l.itemId(), item.get(ITEM.CODE), item.get(ITEM.NAME), item.get(ITEM.SPEC), l.unit(), l.quantity(), null,
                    null, l.amount(), l.lotNo(), List.of()));
        }
        return shown;
    }

    private static SlipView.Line postedLine(Record l, Map<UUID, List<Lot>> lots) {
        var amount = new Money(l.get(SLIP_LINE.AMOUNT));
        var invoiced = l.get(SLIP_LINE.INVOICED);
        return new SlipView.Line(l.get(SLIP_LINE.LINE_NO), l.get(SLIP_LINE.ITEM_ID), l.get(ITEM.CODE), l.get(ITEM.NAME), l.get(ITEM.SPEC), l.get(SLIP_LINE.ENTERED_UNIT),
                new Quantity(l.get(SLIP_LINE.ENTERED_QUANTITY)), amount.yuan().divide(l.get(SLIP_LINE.ENTERED_QUANTITY), 6, RoundingMode.HALF_UP), amount,
                invoiced == null ? null : new Money(invoiced), l.get(SLIP_LINE.LOT_NO), lots.getOrDefault(l.get(SLIP_LINE.ITEM_ID), List.of()));
    }

    private SlipView.@Nullable Link link(Condition which) {
        return db.select(OTHER.ID, OTHER.NO).from(OTHER).where(OTHER.SCHOOL_ID.eq(tenancy.current()), which).fetchOptional(r -> new SlipView.Link(r.value1(),
                r.value2())).orElse(null);
    }

    private SlipView.@Nullable Link correctedBy(UUID id) {
        var posted = link(OTHER.CORRECTS.eq(id));
        if (posted != null) return posted;
        return db.select(SLIP_DRAFT.ID).from(SLIP_DRAFT).where(SLIP_DRAFT.SCHOOL_ID.eq(tenancy.current()), SLIP_DRAFT.CORRECTS.eq(id)).limit(1)
                .fetchOptional(r -> new SlipView.Link(r.value1(), null)).orElse(null);
    }
}
