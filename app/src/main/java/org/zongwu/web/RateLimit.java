package org.zongwu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.RuleBroken;

/**
 * How much comes from one place and from one network within a while, of what needs no log-in. Nothing of it is written down: whoever
 * comes stays nobody. All phones of a school may stand behind one address, so a network gets many.
 */
@Component
public class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int A_PLACE = 6;
    private static final int A_NETWORK = 60;
    private static final int REMEMBERED = 50_000;

    private final Clock clock;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** @throws RuleBroken {@code R-WEB-1} when it is enough for now */
    public void take(String place, String address) {
        var window = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        if (counts.size() > REMEMBERED) counts.clear();
        counts.keySet().removeIf(key -> !key.endsWith("@" + window));
        if (count("p" + place + "@" + window) > A_PLACE || count("n" + address + "@" + window) > A_NETWORK) throw new RuleBroken("R-WEB-1", "rule.web.too-many", WINDOW.toMinutes());
    }

    private int count(String key) {
        return counts.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
    }
}
