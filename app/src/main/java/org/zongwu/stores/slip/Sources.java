package org.zongwu.stores.slip;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.parties.Tables.KNOWN;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.ISSUE_LINE;
import static zongwu.db.stores.Tables.RECEIPT;
import static zongwu.db.stores.Tables.RECEIPT_LINE;
import static zongwu.db.stores.Tables.SLIP;
import static zongwu.db.stores.Tables.SLIP_LINE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.Lot;
import org.zongwu.stores.stock.MoveKind;
import org.zongwu.stores.stock.StockService;
import zongwu.db.stores.tables.Issue;
import zongwu.db.stores.tables.Receipt;
import zongwu.db.stores.tables.Slip;

/** The issues and receipts that other documents refer to, and how much of each is taken up by those already. */
@Component
public class Sources {
    private static final Issue OTHER_ISSUE = ISSUE.as("other_issue");
    private static final Receipt OTHER_RECEIPT = RECEIPT.as("other_receipt");
    private static final Slip REVERSAL = SLIP.as("reversal");

    private final DSLContext db;
    private final StockService stock;
    private final Tenancy tenancy;

    Sources(DSLContext db, StockService stock, Tenancy tenancy) {
        this.db = db;
        this.stock = stock;
        this.tenancy = tenancy;
    }

    public Optional<Source> issue(String no) {
        return issues(ISSUE.NO.equalIgnoreCase(no.strip()), 1).stream().findFirst();
    }

    public Optional<Source> receipt(String no) {
        return receipts(RECEIPT.NO.equalIgnoreCase(no.strip()), 1).stream().findFirst();
    }

    /** Issues that were not taken back, by the end of the number or by who received; the last first. */
    public List<Source> issues(String words, int limit) {
        var mine = ISSUE.REVERSAL_OF.isNull().and(ISSUE.NO.endsWith(words.toUpperCase()).or(PERSON.NAME.startsWith(words)).or(PERSON.PINYIN.startsWith(words.toLowerCase())));
        return issues(mine, limit).stream().filter(s -> !s.reversed()).toList();
    }

    /** Receipts from a supplier that were not taken back, by the end of the number or by the supplier; the last first. */
    public List<Source> receipts(String words, int limit, Condition which) {
        var mine = RECEIPT.REVERSAL_OF.isNull().and(RECEIPT.SUPPLIER_ID.isNotNull()).and(which)
                .and(RECEIPT.NO.endsWith(words.toUpperCase()).or(KNOWN.NAME.contains(words)).or(KNOWN.PINYIN.startsWith(words.toLowerCase())));
        return receipts(mine, limit).stream().filter(s -> !s.reversed()).toList();
    }

    /** Goods that came before their invoice. */
    public static Condition estimated() {
        return RECEIPT.FUNDING.eq("ESTIMATE");
    }

    private List<Source> issues(Condition which, int limit) {
        var lines = multiset(select(ISSUE_LINE.ITEM_ID, sum(ISSUE_LINE.QUANTITY), sum(ISSUE_LINE.AMOUNT)).from(ISSUE_LINE)
                .where(ISSUE_LINE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), ISSUE_LINE.ISSUE_ID.eq(ISSUE.ID)).groupBy(ISSUE_LINE.ITEM_ID).orderBy(DSL.min(ISSUE_LINE.LINE_NO)));
        var reversed = field(ISSUE.REVERSAL_OF.isNotNull().or(exists(selectOne().from(OTHER_ISSUE).where(OTHER_ISSUE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID),
                OTHER_ISSUE.REVERSAL_OF.eq(ISSUE.ID)))));
        return db.select(ISSUE.ID, ISSUE.NO, ISSUE.WAREHOUSE_ID, ISSUE.BUSINESS_DATE, ISSUE.RECEIVER_ID, PERSON.NAME, ISSUE.PURPOSE, ISSUE.WORK_TYPE, ISSUE.WORK_ID, ISSUE.WORK_NO, reversed, lines).from(ISSUE)
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), PERSON.ID.eq(ISSUE.RECEIVER_ID))
                .where(ISSUE.SCHOOL_ID.eq(tenancy.current()), which).orderBy(ISSUE.BUSINESS_DATE.desc(), ISSUE.NO.desc()).limit(limit)
                .fetch(r -> new Source(r.get(ISSUE.ID), r.get(ISSUE.NO), r.get(ISSUE.WAREHOUSE_ID), r.get(ISSUE.BUSINESS_DATE), r.get(ISSUE.RECEIVER_ID), null,
                        r.get(PERSON.NAME), null,
                        bookedFor(r.get(ISSUE.PURPOSE)), r.get(ISSUE.WORK_ID) == null ? null : new WorkRef(r.get(ISSUE.WORK_TYPE), r.get(ISSUE.WORK_ID), r.get(ISSUE.WORK_NO)), r.get(reversed), goods(r.get(lines))));
    }

    private List<Source> receipts(Condition which, int limit) {
        var lines = multiset(select(RECEIPT_LINE.ITEM_ID, sum(RECEIPT_LINE.QUANTITY), sum(RECEIPT_LINE.AMOUNT)).from(RECEIPT_LINE)
                .where(RECEIPT_LINE.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), RECEIPT_LINE.RECEIPT_ID.eq(RECEIPT.ID)).groupBy(RECEIPT_LINE.ITEM_ID)
                        .orderBy(DSL.min(RECEIPT_LINE.LINE_NO)));
        var reversed = field(RECEIPT.REVERSAL_OF.isNotNull().or(exists(selectOne().from(OTHER_RECEIPT).where(OTHER_RECEIPT.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID),
                OTHER_RECEIPT.REVERSAL_OF.eq(RECEIPT.ID)))));
        return db.select(RECEIPT.ID, RECEIPT.NO, RECEIPT.WAREHOUSE_ID, RECEIPT.BUSINESS_DATE, RECEIPT.SUPPLIER_ID, KNOWN.NAME, RECEIPT.FUNDING, reversed, lines).from(RECEIPT)
                .leftJoin(KNOWN).on(KNOWN.SCHOOL_ID.eq(RECEIPT.SCHOOL_ID), KNOWN.ID.eq(RECEIPT.SUPPLIER_ID))
                .where(RECEIPT.SCHOOL_ID.eq(tenancy.current()), which).orderBy(RECEIPT.BUSINESS_DATE.desc(), RECEIPT.NO.desc()).limit(limit)
                .fetch(r -> new Source(r.get(RECEIPT.ID), r.get(RECEIPT.NO), r.get(RECEIPT.WAREHOUSE_ID), r.get(RECEIPT.BUSINESS_DATE), null,
                        r.get(RECEIPT.SUPPLIER_ID), r.get(KNOWN.NAME),
                        r.get(RECEIPT.FUNDING), null, null, r.get(reversed), goods(r.get(lines))));
    }

    private static Map<UUID, Goods> goods(Result<Record3<UUID, BigDecimal, BigDecimal>> lines) {
        var goods = new LinkedHashMap<UUID, Goods>();
        lines.forEach(l -> goods.put(l.value1(), new Goods(new Quantity(l.value2()), new Money(l.value3().longValueExact()))));
        return goods;
    }

    /** How much of the source other documents have taken up, by item, at its own amounts: reversals take off again. */
    Map<UUID, Goods> claimed(UUID sourceId) {
        var claimed = new HashMap<UUID, Goods>();
        // A price difference has taken up the estimate: what was invoiced less the difference
        var amount = coalesce(SLIP_LINE.INVOICED.minus(SLIP_LINE.AMOUNT), SLIP_LINE.AMOUNT);
        db.select(SLIP_LINE.ITEM_ID, sum(SLIP_LINE.QUANTITY), sum(amount)).from(SLIP_LINE)
                .join(SLIP).on(SLIP.SCHOOL_ID.eq(SLIP_LINE.SCHOOL_ID), SLIP.ID.eq(SLIP_LINE.SLIP_ID))
                .where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.SOURCE_ID.eq(sourceId)).groupBy(SLIP_LINE.ITEM_ID)
                .forEach(r -> claimed.put(r.value1(), new Goods(new Quantity(r.value2()), new Money(r.value3().longValueExact()))));
        return claimed;
    }

    /** The lots that the source put to or, below nothing, took from, less what documents that refer to it have turned back. */
    public Map<UUID, List<Lot>> lots(Source source) {
        var documents = new ArrayList<UUID>(List.of(source.id()));
        documents.addAll(db.select(SLIP.ID).from(SLIP).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.SOURCE_ID.eq(source.id())).fetch(SLIP.ID));
        return stock.lotsOf(source.warehouseId(), documents);
    }

    /** What of the source is not taken up yet, by item; nothing that is wholly taken up. */
    public Map<UUID, Goods> left(Source source) {
        var claimed = claimed(source.id());
        var left = new LinkedHashMap<UUID, Goods>();
        source.goods().forEach((item, goods) -> {
            var rest = goods.plus(claimed.getOrDefault(item, Goods.NOTHING).negated());
            if (rest.quantity().isPositive()) left.put(item, rest);
        });
        return left;
    }

    /** Lines with all that is left of the source, in base units. @param invoiced with what is left of its amount */
    public List<SlipContent.Line> proposed(Source source, ItemService items, boolean invoiced) {
        var left = left(source);
        var known = items.byIds(left.keySet());
        return left.entrySet().stream().map(l -> new SlipContent.Line(l.getKey(), known.get(l.getKey()).unit(), l.getValue().quantity(), invoiced ? l.getValue()
                .amount() : null, null)).toList();
    }

    /**
     * What these quantities cost in the source, to the fen so that all of them together cost what the source did. Asked once their cards are
     * held: then nobody else takes the same up meanwhile.
     *
     * @throws RuleBroken {@code R-SLP-1} for more than is left of it, {@code R-SLP-6} when the source was taken back
     */
    public Map<UUID, Goods> claim(Source source, Map<UUID, Quantity> wanted, Map<UUID, Item> items) {
        if (source.reversed()) throw RuleBroken.at("source", "R-SLP-6", "rule.stores.slip.source-reversed", source.no());
        var claimed = claimed(source.id());
        var parts = new LinkedHashMap<UUID, Goods>();
        wanted.forEach((item, quantity) -> {
            var label = items.get(item).label();
            var whole = source.goods().get(item);
            if (whole == null) throw new RuleBroken("R-SLP-1", "rule.stores.slip.not-in-source", label, source.no());
            var before = claimed.getOrDefault(item, Goods.NOTHING);
            var after = before.quantity().plus(quantity);
            if (after.exceeds(whole.quantity())) {
                throw new RuleBroken("R-SLP-1", "rule.stores.slip.more-than-source", label, quantity, items.get(item).unit(), source.no(), whole.quantity()
                        .plus(before.quantity().negated()));
            }
            parts.put(item, new Goods(quantity, whole.costOf(after).minus(before.amount())));
        });
        return parts;
    }

    /**
     * A document that others refer to is not taken back under them.
     *
     * @throws RuleBroken {@code R-SLP-6} naming one of them
     */
    public void requireUnclaimed(UUID sourceId, String no) {
        var reversed = exists(selectOne().from(REVERSAL).where(REVERSAL.SCHOOL_ID.eq(SLIP.SCHOOL_ID), REVERSAL.REVERSAL_OF.eq(SLIP.ID)));
        db.select(SLIP.NO).from(SLIP).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.SOURCE_ID.eq(sourceId), SLIP.REVERSAL_OF.isNull(), DSL.not(reversed))
                .orderBy(SLIP.NO).limit(inline(1))
                .fetchOptional().ifPresent(r -> {
                    throw new RuleBroken("R-SLP-6", "rule.stores.slip.claimed", no, r.value1());
                });
    }

    /** The documents that refer to one of these and stand. */
    public List<WorkRef> claims(Collection<UUID> sources) {
        var reversed = exists(selectOne().from(REVERSAL).where(REVERSAL.SCHOOL_ID.eq(SLIP.SCHOOL_ID), REVERSAL.REVERSAL_OF.eq(SLIP.ID)));
        return db.select(SLIP.KIND, SLIP.ID, SLIP.NO).from(SLIP).where(SLIP.SCHOOL_ID.eq(tenancy.current()), SLIP.SOURCE_ID.eq(DSL.any(sources.toArray(UUID[]::new))), SLIP.REVERSAL_OF.isNull(),
                        DSL.not(reversed)).orderBy(SLIP.NO).fetch(r -> new WorkRef(MoveKind.valueOf(r.value1()).document(), r.value2(), r.value3()));
    }

    /** What a repair used up stands in the books of the general-affairs office, and comes back from there. */
    private static String bookedFor(String purpose) {
        return "REPAIR".equals(purpose) ? "ADMIN" : purpose;
    }
}
