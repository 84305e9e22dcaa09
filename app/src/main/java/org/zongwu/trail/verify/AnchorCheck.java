package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.zongwu.trail.seal.Anchors;
import org.zongwu.trail.seal.Anchors.Head;

/**
 * Every head that was ever anchored is still in the chain, unchanged. Only this finds seals that were cut off or made
 * anew: within the database they are whole.
 */
final class AnchorCheck {
    /** The sealer anchors every ten seconds; longer than this without is a finding. */
    private static final Duration UNANCHORED = Duration.ofMinutes(5);

    private AnchorCheck() {}

    /** @param anchored read before the snapshot of {@code db} was taken: what stands there was committed before */
    static void run(Connection db, long school, Anchors anchors, List<Anchors.Line> anchored, Instant now, Findings findings) throws SQLException {
        var seals = SealCheck.seals(db, school);
        var heads = new TreeMap<Long, Head>();
        for (var line : anchored) {
            if (!line.follows()) findings.add("anchor-line", line.number());
            var head = line.head();
            if (head == null || head.schoolId() != school) continue;
            findings.looked(1);
            heads.put(head.n(), head);
            var seal = seals.get(head.n());
            if (seal == null) findings.add("anchor-missing", line.number(), head.n(), head.sealedAt());
            else if (!HexFormat.of().formatHex(seal.chain()).equals(head.chain())) {
                findings.add("anchor-differs", line.number(), head.n(), head.sealedAt(), documents(db, school, head.n()));
            }
        }
        var after = heads.isEmpty() ? seals : seals.tailMap(heads.lastKey(), false);
        var late = after.values().stream().filter(s -> s.sealedAt().isBefore(now.minus(UNANCHORED))).toList();
        if (!late.isEmpty()) findings.add("anchor-late", late.getFirst().n(), late.getLast().n(), anchors.file());
    }

    /** The first documents in a seal, so that somebody knows where to look. */
    private static String documents(Connection db, long school, long n) throws SQLException {
        var sql = """
                select string_agg(no, ', ') from (
                  select distinct r.object_no as no from trail.sealed s join trail.record r on r.school_id = s.school_id and r.id = s.record_id
                  where s.school_id = ? and s.n = ? and r.object_no is not null order by 1 limit 10) first""";
        try (var query = db.prepareStatement(sql)) {
            query.setLong(1, school);
            query.setLong(2, n);
            try (var r = query.executeQuery()) {
                r.next();
                return String.valueOf(r.getString(1));
            }
        }
    }
}
