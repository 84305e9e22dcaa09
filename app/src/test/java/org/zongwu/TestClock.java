package org.zongwu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until a test moves it. A test that does gives the time back with {@link #reset()}. */
public final class TestClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void set(LocalDate day, LocalTime time) {
        now.set(day.atTime(time).atZone(ZONE).toInstant());
    }

    public void advance(Duration by) {
        now.updateAndGet(i -> i.plus(by));
    }

    public void reset() {
        now.set(START);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
