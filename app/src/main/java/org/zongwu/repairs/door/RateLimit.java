package org.zongwu.repairs.door;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.RuleBroken;

/**
 * How many reports come from one door and from one network within a while. Nothing of it is written down: who reports stays nobody.
 * All phones of a school may stand behind one address, so a network gets many.
 */
@Component
class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int A_DOOR = 6;
    private static final int A_NETWORK = 60;
    private static final int REMEMBERED = 50_000;

    private final Clock clock;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** @throws RuleBroken {@code R-REP-15} when it is enough for now */
    void take(String door, String address) {
        var window = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        if (counts.size() > REMEMBERED) counts.clear();
        counts.keySet().removeIf(key -> !key.endsWith("@" + window));
        if (count("d" + door + "@" + window) > A_DOOR || count("n" + address + "@" + window) > A_NETWORK) throw new RuleBroken("R-REP-15", "rule.repairs.door.too-many", WINDOW.toMinutes());
    }

    private int count(String key) {
        return counts.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
    }
}
