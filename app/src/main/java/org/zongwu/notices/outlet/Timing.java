package org.zongwu.notices.outlet;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.zongwu.kernel.Notice.Weight;

/**
 * When something is passed on: what is urgent at any hour, the rest not in quiet hours, and what can wait with the day's digest.
 *
 * @param quietFrom the hour in the evening; equal to {@code quietTo} when there are none
 * @param digest    the hour at which what can wait is told together
 */
record Timing(LocalTime quietFrom, LocalTime quietTo, LocalTime digest, ZoneId zone) {
    /** @param quiet as a policy says it, {@code 21:00-07:00}, or NONE */
    static Timing of(String quiet, String digest, ZoneId zone) {
        if (quiet.equals("NONE")) return new Timing(LocalTime.MIN, LocalTime.MIN, LocalTime.parse(digest), zone);
        var ends = quiet.split("-");
        return new Timing(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), LocalTime.parse(digest), zone);
    }

    Instant due(Weight weight, Instant now) {
        var at = now.atZone(zone);
        return switch (weight) {
            case URGENT -> now;
            case NORMAL -> awake(at).toInstant();
            case LOW -> awake(next(at, digest)).toInstant();
        };
    }

    private ZonedDateTime awake(ZonedDateTime at) {
        return isQuiet(at.toLocalTime()) ? next(at, quietTo) : at;
    }

    private boolean isQuiet(LocalTime time) {
        if (quietFrom.equals(quietTo)) return false;
        return quietFrom.isBefore(quietTo) ? !time.isBefore(quietFrom) && time.isBefore(quietTo) : !time.isBefore(quietFrom) || time.isBefore(quietTo);
    }

    /** The next time that the clock says so, now included. */
    private static ZonedDateTime next(ZonedDateTime at, LocalTime time) {
        var today = at.with(time);
        return today.isBefore(at) ? today.plusDays(1) : today;
    }
}
