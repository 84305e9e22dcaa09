package org.zongwu.trail.seal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One link of a school's chain.
 *
 * @param n    counts from 1
 * @param cnt  how many leaves the root stands over
 * @param prev the chain value of the link before; 32 zeros before the first
 */
public record Seal(long schoolId, long n, int cnt, byte[] root, byte[] prev, byte[] chain, Instant sealedAt) {
    private static final byte[] NOTHING = new byte[32];

    static Seal after(long schoolId, long lastN, byte[] prev, int cnt, byte[] root, Instant at) {
        var sealedAt = at.truncatedTo(ChronoUnit.MICROS);
        return new Seal(schoolId, lastN + 1, cnt, root, prev, chain(schoolId, lastN + 1, cnt, root, prev, sealedAt), sealedAt);
    }

    /** What stands before the first link. */
    public static byte[] nothing() {
        return NOTHING.clone();
    }

    /** What the chain value must be, from everything else. */
    public byte[] computedChain() {
        return chain(schoolId, n, cnt, root, prev, sealedAt);
    }

    private static byte[] chain(long schoolId, long n, int cnt, byte[] root, byte[] prev, Instant sealedAt) {
        var numbers = ByteBuffer.allocate(28).putLong(schoolId).putLong(n).putInt(cnt)
                .putLong(Math.addExact(Math.multiplyExact(sealedAt.getEpochSecond(), 1_000_000L), sealedAt.getNano() / 1000)).array();
        return Sha256.of(prev, numbers, root);
    }
}
