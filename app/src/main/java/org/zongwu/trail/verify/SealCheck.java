package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.zongwu.trail.seal.Merkle;
import org.zongwu.trail.seal.Seal;

/** The chain of seals is whole, and every record stands in it unchanged. */
final class SealCheck {
    /** The sealer comes by every second; this is how long it may be away before somebody must know. */
    private static final Duration UNSEALED = Duration.ofSeconds(60);

    private final Connection db;
    private final long school;
    private final Findings findings;
    private final NavigableMap<Long, Seal> seals;

    SealCheck(Connection db, long school, Findings findings) throws SQLException {
        this.db = db;
        this.school = school;
        this.findings = findings;
        seals = seals(db, school);
    }

    void run(Instant now) throws SQLException {
        chain();
        members();
        unsealed(now);
    }

    static NavigableMap<Long, Seal> seals(Connection db, long school) throws SQLException {
        var all = new TreeMap<Long, Seal>();
        try (var query = Queries.streaming(db, "select n, cnt, root, prev, chain, sealed_at from trail.seal where school_id = ? order by n")) {
            query.setLong(1, school);
            try (var r = query.executeQuery()) {
                while (r.next()) {
                    all.put(r.getLong("n"), new Seal(school, r.getLong("n"), r.getInt("cnt"), r.getBytes("root"), r.getBytes("prev"), r.getBytes("chain"),
                            r.getObject("sealed_at", OffsetDateTime.class).toInstant()));
                }
            }
        }
        return all;
    }

    private void chain() {
        var expected = 1L;
        var before = Seal.nothing();
        for (var seal : seals.values()) {
            findings.looked(1);
            if (seal.n() != expected) findings.add("seal-missing", expected, seal.n() - 1);
            else if (!Arrays.equals(seal.prev(), before)) findings.add("seal-not-chained", seal.n());
            if (!Arrays.equals(seal.computedChain(), seal.chain())) findings.add("seal-changed", seal.n());
            before = seal.chain();
            expected = seal.n() + 1;
        }
    }

    private void members() throws SQLException {
        var sql = """
                select s.n, s.pos, s.record_id, s.h as sealed, r.h, r.object_type, r.object_no
                from trail.sealed s left join trail.record r on r.school_id = s.school_id and r.id = s.record_id
                where s.school_id = ? order by s.n, s.pos""";
        try (var query = Queries.streaming(db, sql)) {
            query.setLong(1, school);
            try (var r = query.executeQuery()) {
                var n = 0L;
                var place = 0;
                var leaves = new ArrayList<byte[]>();
                while (r.next()) {
                    if (r.getLong("n") != n) {
                        close(n, leaves);
                        n = r.getLong("n");
                        place = 0;
                        leaves.clear();
                    }
                    if (r.getInt("pos") != place + 1) findings.add("place-empty", n, place + 1);
                    place = r.getInt("pos");
                    member(r);
                    leaves.add(r.getBytes("sealed"));
                }
                close(n, leaves);
            }
        }
    }

    private void member(ResultSet r) throws SQLException {
        findings.looked(1);
        if (r.getBytes("h") == null) findings.add("record-gone", r.getLong("n"), r.getInt("pos"), r.getString("record_id"));
        else if (!Arrays.equals(r.getBytes("sealed"), r.getBytes("h"))) {
            findings.add("record-changed", r.getString("record_id"), r.getString("object_type"), r.getString("object_no"), r.getLong("n"));
        }
    }

    private void close(long n, List<byte[]> leaves) {
        if (leaves.isEmpty()) return;
        var seal = seals.get(n);
        if (seal == null) findings.add("seal-missing", n, n);
        else if (seal.cnt() != leaves.size()) findings.add("seal-count", n, seal.cnt(), leaves.size());
        else if (!Arrays.equals(seal.root(), Merkle.root(leaves))) findings.add("seal-root", n);
    }

    private void unsealed(Instant now) throws SQLException {
        var sql = """
                select count(*) as many, min(r.at) as since, string_agg(r.object_no, ', ' order by r.seq) filter (where r.place <= 5) as documents
                from (select r.*, row_number() over (order by r.seq) as place from trail.record r
                      where r.school_id = ? and r.at < ? and not exists (select from trail.sealed s where s.school_id = r.school_id and s.record_id = r.id)) r""";
        try (var query = db.prepareStatement(sql)) {
            query.setLong(1, school);
            query.setObject(2, now.minus(UNSEALED).atOffset(ZoneOffset.UTC));
            try (var r = query.executeQuery()) {
                r.next();
                if (r.getLong("many") > 0) findings.add("unsealed", r.getLong("many"), r.getObject("since", OffsetDateTime.class).toInstant(), r.getString("documents"));
            }
        }
    }
}
