package org.zongwu.stocktaking.count;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.TAKEN;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Quantity;

/** Counts, which are only ever added, and how each line then stands. */
@Repository
class CountRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    CountRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** A line as a count needs it. */
    record Line(UUID id, UUID sheetId, int number, UUID thingId, String code, @Nullable BigDecimal difference, @Nullable UUID decided, boolean inDocument) {}

    /** A line as a phone shows it: never with what the book says, nor with what others counted. */
    record Shown(UUID id, int number, String code, String title, String area, String unit, List<String> codes, boolean done, boolean mine) {}

    /** The lines in the order of their ids, so that two uploads never wait for each other in a ring; who counts one of them waits here. */
    List<Line> lock(UUID campaignId, Collection<UUID> ids) {
        return db.select(LINE.asterisk()).from(LINE).join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID))
                .where(LINE.SCHOOL_ID.eq(tenancy.current()), PLACE.CAMPAIGN_ID.eq(campaignId), LINE.ID.in(ids)).orderBy(LINE.ID).forUpdate().of(LINE).fetch(CountRepository::line);
    }

    Optional<Line> find(UUID id) {
        return db.select(LINE.asterisk()).from(LINE).where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.ID.eq(id)).fetchOptional(CountRepository::line);
    }

    /** Line by code, for a sheet of paper. */
    Map<String, UUID> byCode(UUID sheetId) {
        return db.select(LINE.CODE, LINE.ID).from(LINE).where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.SHEET_ID.eq(sheetId)).fetchMap(LINE.CODE, LINE.ID);
    }

    /** Those that are there already, by id. */
    Map<UUID, Taken> known(Collection<UUID> ids) {
        return db.selectFrom(TAKEN).where(TAKEN.SCHOOL_ID.eq(tenancy.current()), TAKEN.ID.in(ids)).fetch(CountRepository::taken).stream()
                .collect(java.util.stream.Collectors.toMap(Taken::id, t -> t));
    }

    void insert(List<Taken> all, @Nullable UUID typedBy) {
        for (var from = 0; from < all.size(); from += 500) {
            var insert = db.insertInto(TAKEN, TAKEN.SCHOOL_ID, TAKEN.ID, TAKEN.LINE_ID, TAKEN.ROUND, TAKEN.PERSON_ID, TAKEN.PERSON, TAKEN.QUANTITY, TAKEN.COUNTED_AT, TAKEN.RECEIVED_AT,
                    TAKEN.BOOK, TAKEN.VIA, TAKEN.TYPED_BY, TAKEN.LATE);
            for (var t : all.subList(from, Math.min(from + 500, all.size()))) {
                insert = insert.values(tenancy.current(), t.id(), t.lineId(), t.round(), t.personId(), t.person(), t.quantity().value(), t.at(), t.receivedAt(), t.book().value(), t.via().name(),
                        typedBy, t.late());
            }
            insert.execute();
        }
    }

    /** Every count of each line. */
    Map<UUID, List<Taken>> counts(Collection<UUID> lines) {
        return db.selectFrom(TAKEN).where(TAKEN.SCHOOL_ID.eq(tenancy.current()), TAKEN.LINE_ID.in(lines)).orderBy(TAKEN.COUNTED_AT, TAKEN.RECEIVED_AT, TAKEN.ID).fetch(CountRepository::taken)
                .stream().collect(java.util.stream.Collectors.groupingBy(Taken::lineId));
    }

    /** How a line stands after its counts; what was said about another difference falls away. */
    Query standing(Line line, Verdict verdict, int counts) {
        var t = verdict.standing();
        var difference = t == null ? null : t.difference().value();
        var same = difference != null && line.difference() != null && difference.compareTo(line.difference()) == 0;
        var update = db.update(LINE).set(LINE.STATE, verdict.state().name()).set(LINE.COUNTS, counts).set(LINE.QUANTITY, t == null ? null : t.quantity().value())
                .set(LINE.DIFFERENCE, difference).set(LINE.COUNTED_AT, t == null ? null : t.at()).set(LINE.AGAIN, false).setNull(LINE.DECIDED_COUNT).setNull(LINE.DECIDED_BY).setNull(LINE.DECISION);
        if (!same) update = update.setNull(LINE.REASON).setNull(LINE.WORDS).setNull(LINE.EXPLAINED_BY).setNull(LINE.PRICE);
        return update.where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.ID.eq(line.id()));
    }

    void run(List<Query> queries) {
        if (!queries.isEmpty()) db.batch(queries).execute();
    }

    /**
     * What is to be counted in a round: first everything; then what must be confirmed; then what is disputed. What was counted in
     * the round already stands there as done.
     *
     * @param everything whether the second count is of everything
     */
    List<Shown> list(UUID sheetId, int round, UUID me, boolean everything) {
        var school = tenancy.current();
        var counts = select(TAKEN.LINE_ID, boolOr(TAKEN.ROUND.eq(round)).as("now"), boolOr(TAKEN.PERSON_ID.eq(me).and(TAKEN.ROUND.lt(round))).as("mine")).from(TAKEN)
                .join(LINE).on(LINE.SCHOOL_ID.eq(TAKEN.SCHOOL_ID), LINE.ID.eq(TAKEN.LINE_ID))
                .where(TAKEN.SCHOOL_ID.eq(school), LINE.SHEET_ID.eq(sheetId), TAKEN.LATE.isFalse()).groupBy(TAKEN.LINE_ID).asTable("c");
        var now = coalesce(counts.field("now", Boolean.class), inline(false));
        var mine = coalesce(counts.field("mine", Boolean.class), inline(false));
        Condition wanted = switch (round) {
            case 1 -> org.jooq.impl.DSL.noCondition();
            case 2 -> everything ? org.jooq.impl.DSL.noCondition() : LINE.STATE.eq("ONCE").or(now.isTrue());
            default -> LINE.STATE.eq("DISPUTED").or(LINE.AGAIN.isTrue()).or(now.isTrue());
        };
        var done = round == 3 ? field(LINE.STATE.ne("DISPUTED").and(LINE.AGAIN.isFalse())) : now;
        return db.select(LINE.ID, LINE.LINE_NO, LINE.CODE, LINE.TITLE, LINE.AREA, LINE.UNIT, LINE.CODES, done, mine).from(LINE)
                .leftJoin(counts).on(counts.field(TAKEN.LINE_ID).eq(LINE.ID))
                .where(LINE.SCHOOL_ID.eq(school), LINE.SHEET_ID.eq(sheetId), wanted).orderBy(LINE.LINE_NO)
                .fetch(r -> new Shown(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), Arrays.asList(r.value7()), r.value8(), r.value9()));
    }

    /** Numbers of the lines that anybody counted in the round since an instant. */
    List<Integer> countedSince(UUID sheetId, int round, Instant since) {
        return db.selectDistinct(LINE.LINE_NO).from(LINE).join(TAKEN).on(TAKEN.SCHOOL_ID.eq(LINE.SCHOOL_ID), TAKEN.LINE_ID.eq(LINE.ID))
                .where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.SHEET_ID.eq(sheetId), TAKEN.ROUND.eq(round), TAKEN.RECEIVED_AT.ge(since)).orderBy(LINE.LINE_NO).fetch(LINE.LINE_NO);
    }

    private static Line line(Record r) {
        return new Line(r.get(LINE.ID), r.get(LINE.SHEET_ID), r.get(LINE.LINE_NO), r.get(LINE.THING_ID), r.get(LINE.CODE), r.get(LINE.DIFFERENCE), r.get(LINE.DECIDED_COUNT), r.get(LINE.VARIANCE_ID) != null);
    }

    static Taken taken(Record r) {
        return new Taken(r.get(TAKEN.ID), r.get(TAKEN.LINE_ID), r.get(TAKEN.ROUND), r.get(TAKEN.PERSON_ID), r.get(TAKEN.PERSON), new Quantity(r.get(TAKEN.QUANTITY)), r.get(TAKEN.COUNTED_AT),
                r.get(TAKEN.RECEIVED_AT), new Quantity(r.get(TAKEN.BOOK)), Taken.Via.valueOf(r.get(TAKEN.VIA)), r.get(TAKEN.LATE));
    }
}
