package org.zongwu.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Keys: UUID version 7, which sort by the time they were made. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var millis = System.currentTimeMillis();
        var high = millis << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        var low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
