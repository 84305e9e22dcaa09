package org.zongwu.trail.seal;

import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What tests of the verifier need of the sealer: its rounds, and what a tamperer makes of its code. */
public final class Resealing {
    private Resealing() {}

    /** One round of the real sealer, anchors included. */
    public static void seal(DataSource sealer, Anchors anchors) {
        var sealing = new Sealing(sealer, anchors, Clock.systemUTC());
        sealing.seal();
        sealing.anchor();
    }

    /** Throws all seals of a school away and makes them anew, each as large as it was, within the open transaction. */
    public static void anew(Connection tampering, long school) {
        var db = DSL.using(tampering, SQLDialect.POSTGRES);
        var sizes = db.resultQuery("select cnt from trail.seal where school_id = ? order by n", school).fetch(0, Integer.class);
        db.execute("delete from trail.sealed where school_id = ?", school);
        db.execute("delete from trail.seal where school_id = ?", school);
        var seals = new SealRepository(db);
        var all = seals.unsealed(0, 1_000_000).get(school);
        var from = 0;
        var last = Seal.nothing();
        for (var n = 0; from < all.size(); n++) {
            var size = n < sizes.size() - 1 ? sizes.get(n) : all.size() - from;
            var leaves = all.subList(from, from + size);
            var seal = Seal.after(school, n, last, size, Merkle.root(leaves.stream().map(SealRepository.Leaf::h).toList()), Clock.systemUTC().instant());
            seals.insert(seal, leaves);
            last = seal.chain();
            from += size;
        }
    }
}
