package org.zongwu.trail.seal;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static zongwu.db.trail.Tables.RECORD;
import static zongwu.db.trail.Tables.SEAL;
import static zongwu.db.trail.Tables.SEALED;

import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.zongwu.engine.Bulk;

/** The sealer's SQL. It runs as {@code zw_sealer}, which sees every school and may add seals, nothing else. */
final class SealRepository {
    /** Any number will do that nobody else in this database locks. */
    private static final long LOCK = 0x5A57_5345_414CL;

    private final DSLContext db;

    SealRepository(DSLContext db) {
        this.db = db;
    }

    /** Only one instance seals; false when another one is at it. Held until the transaction ends. */
    boolean tryLock() {
        return Boolean.TRUE.equals(db.select(DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, inline(LOCK))).fetchSingle().value1());
    }

    /**
     * The moment, as the database knows it.
     *
     * @param oldestWriter the oldest transaction that has written and not ended; all before it have
     * @param nextWriter   the one that has not begun to write
     */
    record Now(long lastSeq, long oldestWriter, long nextWriter) {}

    Now now() {
        return db.select(coalesce(max(RECORD.SEQ), 0L), DSL.field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class),
                DSL.field("pg_snapshot_xmax(pg_current_snapshot())::text::bigint", Long.class)).from(RECORD).fetchSingle(r -> new Now(r.value1(), r.value2(), r.value3()));
    }

    /** Committed records with a greater seq that no seal holds yet, by school, in their order. */
    Map<Long, List<Leaf>> unsealed(long afterSeq, int limit) {
        return db.select(RECORD.SCHOOL_ID, RECORD.ID, RECORD.H).from(RECORD)
                .where(RECORD.SEQ.gt(afterSeq))
                .and(notExists(selectOne().from(SEALED).where(SEALED.SCHOOL_ID.eq(RECORD.SCHOOL_ID), SEALED.RECORD_ID.eq(RECORD.ID))))
                .orderBy(RECORD.SEQ).limit(limit)
                .fetchGroups(r -> r.value1(), r -> new Leaf(r.value2(), r.value3()));
    }

    Optional<Seal> head(long schoolId) {
        return db.selectFrom(SEAL).where(SEAL.SCHOOL_ID.eq(schoolId)).orderBy(SEAL.N.desc()).limit(1)
                .fetchOptional(s -> new Seal(s.getSchoolId(), s.getN(), s.getCnt(), s.getRoot(), s.getPrev(), s.getChain(), s.getSealedAt()));
    }

    void insert(Seal seal, List<Leaf> leaves) {
        db.insertInto(SEAL, SEAL.SCHOOL_ID, SEAL.N, SEAL.CNT, SEAL.ROOT, SEAL.PREV, SEAL.CHAIN, SEAL.SEALED_AT)
                .values(seal.schoolId(), seal.n(), seal.cnt(), seal.root(), seal.prev(), seal.chain(), seal.sealedAt()).execute();
        // As arrays, so that a thousand leaves are one statement with five parameters
        var sealed = db.insertInto(SEALED, SEALED.SCHOOL_ID, SEALED.RECORD_ID, SEALED.N, SEALED.POS, SEALED.H)
                .select(DSL.select(inline(seal.schoolId()), DSL.field("leaf.id", UUID.class), inline(seal.n()), DSL.field("leaf.pos::int", Integer.class), DSL.field("leaf.h", byte[].class))
                        .from("unnest({0}::uuid[], {1}::bytea[]) with ordinality as leaf(id, h, pos)",
                                DSL.val(leaves.stream().map(Leaf::id).toArray(UUID[]::new)), DSL.val(leaves.stream().map(Leaf::h).toArray(byte[][]::new))));
        Bulk.write(db, sealed::execute);
    }

    /** The newest seal of every school that has one. */
    List<Anchors.Head> heads() {
        return db.resultQuery("""
                        select s.school_id, s.n, s.chain, s.sealed_at
                        from engine.school school
                        cross join lateral (select * from trail.seal where seal.school_id = school.school_id order by seal.n desc limit 1) s
                        order by s.school_id""")
                .fetch(r -> new Anchors.Head(r.get("school_id", Long.class), r.get("n", Long.class),
                        HexFormat.of().formatHex(r.get("chain", byte[].class)), r.get("sealed_at", OffsetDateTime.class).toInstant()));
    }

    record Leaf(UUID id, byte[] h) {}
}
