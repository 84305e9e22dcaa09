package org.zongwu.trail.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One round of sealing, and one of anchoring. Used by one thread. */
final class Sealing {
    private static final int LEAVES = 5_000;
    /** Between taking its seq and being known to the database as a writer, a record's transaction takes no time; and never so much. */
    private static final Duration LATE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(5);

    private final DataSource sealer;
    private final Anchors anchors;
    private final Clock clock;
    private final Map<Long, Anchors.Head> anchored = new HashMap<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private boolean anchorsRead;
    private long done;

    /** @param sealer logs in as a member of {@code zw_sealer} */
    Sealing(DataSource sealer, Anchors anchors, Clock clock) {
        this.sealer = sealer;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * Seals everything that is committed and unsealed.
     *
     * @return how many records were sealed; 0 too when another instance is sealing
     */
    int seal() {
        var all = 0;
        while (true) {
            var sealed = sealSome();
            all += sealed;
            if (sealed < LEAVES) return all;
        }
    }

    private int sealSome() {
        var sealed = new AtomicInteger();
        var before = new AtomicReference<SealRepository.@Nullable Now>();
        DSL.using(sealer, SQLDialect.POSTGRES, settings()).transaction(tx -> {
            var seals = new SealRepository(tx.dsl());
            if (!seals.tryLock()) return;
            before.set(seals.now());
            for (var school : seals.unsealed(done, LEAVES).entrySet()) {
                var head = seals.head(school.getKey());
                var leaves = school.getValue();
                var root = Merkle.root(leaves.stream().map(SealRepository.Leaf::h).toList());
                seals.insert(Seal.after(school.getKey(), head.map(Seal::n).orElse(0L), head.map(Seal::chain).orElseGet(Seal::nothing), leaves.size(), root, clock.instant()), leaves);
                sealed.addAndGet(leaves.size());
            }
        });
        if (before.get() != null && sealed.get() < LEAVES) passBy(before.get());
        return sealed.get();
    }

    /**
     * Writes the heads that are not anchored yet. In a transaction after the seals' own: a head that is anchored must be
     * committed.
     */
    void anchor() {
        DSL.using(sealer, SQLDialect.POSTGRES, settings()).transaction(tx -> {
            var seals = new SealRepository(tx.dsl());
            if (!seals.tryLock()) return;
            readAnchors();
            var fresh = seals.heads().stream().filter(h -> !h.equals(anchored.get(h.schoolId()))).toList();
            anchors.append(fresh);
            for (var head : fresh) anchored.put(head.schoolId(), head);
        });
    }

    /** Starts again from the first record, in case one was missed; cheap enough for now and then. */
    void lookAtEverythingAgain() {
        done = 0;
        marks.clear();
    }

    /**
     * Rows commit out of the order of their seq, so what is behind a mark is done only when every writer of that moment had ended
     * before this round looked: then the round has seen whatever they left.
     */
    private void passBy(SealRepository.Now now) {
        var at = clock.instant();
        while (!marks.isEmpty() && marks.getFirst().now().nextWriter() <= now.oldestWriter() && marks.getFirst().at().plus(LATE).isBefore(at)) done = marks.removeFirst().now().lastSeq();
        if (marks.isEmpty() || !marks.getLast().at().plus(BETWEEN_MARKS).isAfter(at)) marks.addLast(new Mark(at, now));
    }

    private void readAnchors() {
        if (anchorsRead) return;
        for (var line : anchors.read()) if (line.head() != null) anchored.put(line.head().schoolId(), line.head());
        anchorsRead = true;
    }

    private static Settings settings() {
        return new Settings().withRenderSchema(true).withExecuteLogging(false);
    }

    private record Mark(Instant at, SealRepository.Now now) {}
}
