package org.zongwu.stores.proof;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stocktaking.Tables.COUNTED;
import static zongwu.db.stores.Tables.CATEGORY;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.MOVE;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Span;
import org.zongwu.stores.stock.MoveKind;

/** Item by item over a span: opening + came − used − scrapped ± found = the school's; less what is lent = on the shelf; and what was counted. */
@Repository
class ProofBooks {
    static final List<String> USED = names(MoveKind.ISSUE, MoveKind.ISSUE_REVERSAL, MoveKind.RETURN);
    static final List<String> SCRAPPED = names(MoveKind.SCRAP, MoveKind.LOAN_LOSS);
    static final List<String> FOUND = names(MoveKind.COUNT_GAIN, MoveKind.COUNT_LOSS);
    /** What goes from one warehouse to another neither comes nor goes. */
    static final List<String> ACROSS = names(MoveKind.TRANSFER_IN, MoveKind.TRANSFER_OUT);

    private final Tenancy tenancy;

    ProofBooks(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Table<?> rows(Span span) {
        var school = tenancy.current();
        var within = MOVE.BUSINESS_DATE.ge(span.from());
        var came = MOVE.KIND.notIn(USED).and(MOVE.KIND.notIn(SCRAPPED)).and(MOVE.KIND.notIn(FOUND)).and(MOVE.KIND.notIn(ACROSS));
        var moves = select(MOVE.ITEM_ID, of(not(within)).as("opening"), of(within.and(came)).as("came"), of(within.and(MOVE.KIND.in(USED))).neg().as("used"),
                        of(within.and(MOVE.KIND.in(SCRAPPED))).neg().as("scrapped"), of(within.and(MOVE.KIND.in(FOUND))).as("found"), zero(sum(MOVE.QUANTITY)).as("owned"))
                .from(MOVE).where(MOVE.SCHOOL_ID.eq(school), MOVE.BUSINESS_DATE.le(span.to())).groupBy(MOVE.ITEM_ID).asTable("m");
        var lent = select(LOAN_MOVE.ITEM_ID, zero(sum(LOAN_MOVE.QUANTITY)).as("lent")).from(LOAN_MOVE)
                .where(LOAN_MOVE.SCHOOL_ID.eq(school), LOAN_MOVE.ITEM_ID.isNotNull(), LOAN_MOVE.BUSINESS_DATE.le(span.to())).groupBy(LOAN_MOVE.ITEM_ID).asTable("l");
        // The last count of it in each place
        var day = field("({0} at time zone 'Asia/Shanghai')::date", java.time.LocalDate.class, COUNTED.COUNTED_AT);
        var last = select(COUNTED.THING_ID, COUNTED.QUANTITY, COUNTED.DIFFERENCE, COUNTED.SETTLED, day.as("day")).distinctOn(COUNTED.THING_ID, COUNTED.PLACE_ID)
                .from(COUNTED).where(COUNTED.SCHOOL_ID.eq(school), COUNTED.KIND.eq("stores"), day.between(span.from(), span.to()))
                .orderBy(COUNTED.THING_ID, COUNTED.PLACE_ID, COUNTED.COUNTED_AT.desc()).asTable("k");
        var counted = lateral(select(sum(last.field("quantity", BigDecimal.class)).as("counted"), sum(last.field("difference", BigDecimal.class)).as("difference"),
                        DSL.max(last.field("day", java.time.LocalDate.class)).as("counted_on"), DSL.boolAnd(last.field("settled", Boolean.class)).as("settled"))
                .from(last).where(last.field(COUNTED.THING_ID).eq(ITEM.ID))).as("c");
        var out = coalesce(lent.field("lent", BigDecimal.class), inline(BigDecimal.ZERO));
        var owned = moves.field("owned", BigDecimal.class);
        return select(ITEM.ID, ITEM.CODE, ITEM.NAME, ITEM.SPEC, ITEM.UNIT, ITEM.PINYIN, CATEGORY.NAME.as("category"), moves.field("opening"), moves.field("came"), moves.field("used"),
                        moves.field("scrapped"), moves.field("found"), out.as("lent"), owned.minus(out).as("shelf"), counted.field("counted"), counted.field("difference"),
                        counted.field("counted_on"), DSL.when(counted.field("counted").isNull(), inline("UNCOUNTED")).when(counted.field("settled", Boolean.class), inline("PROVED")).otherwise(inline("DIFFERS")).as("state"))
                .from(moves).join(ITEM).on(ITEM.SCHOOL_ID.eq(school), ITEM.ID.eq(moves.field(MOVE.ITEM_ID)))
                .join(CATEGORY).on(CATEGORY.SCHOOL_ID.eq(school), CATEGORY.ID.eq(ITEM.CATEGORY_ID))
                .leftJoin(lent).on(lent.field(LOAN_MOVE.ITEM_ID).eq(ITEM.ID)).leftJoin(counted).on(DSL.trueCondition()).asTable("r");
    }

    private static Field<BigDecimal> of(Condition which) {
        return zero(sum(DSL.when(which, MOVE.QUANTITY)));
    }

    private static Field<BigDecimal> zero(Field<BigDecimal> sum) {
        return coalesce(sum, inline(BigDecimal.ZERO));
    }

    private static List<String> names(MoveKind... kinds) {
        return java.util.Arrays.stream(kinds).map(Enum::name).toList();
    }
}
