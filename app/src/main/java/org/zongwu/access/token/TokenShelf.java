package org.zongwu.access.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;

/**
 * Keeps a fresh token for whoever made it, in memory and for ten minutes: long enough to be shown on the page
 * that follows, and to be shown again when it is reloaded. The database has only its hash.
 */
@Component
public class TokenShelf {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 200;

    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    TokenShelf(Clock clock) {
        this.clock = clock;
    }

    public void put(UUID place, Actor by, Token token) {
        var now = clock.instant();
        entries.values().removeIf(e -> e.until().isBefore(now));
        if (entries.size() >= MOST) entries.clear();
        entries.put(place, new Entry(by.schoolId(), by.employeeId(), token, now.plus(KEPT)));
    }

    public Optional<Token> at(UUID place, Actor asking) {
        return Optional.ofNullable(entries.get(place)).filter(e -> e.schoolId() == asking.schoolId() && e.by().equals(asking.employeeId()))
                .filter(e -> e.until().isAfter(clock.instant())).map(Entry::token);
    }

    private record Entry(long schoolId, UUID by, Token token, Instant until) {}
}
