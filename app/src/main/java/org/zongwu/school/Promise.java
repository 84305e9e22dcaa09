package org.zongwu.school;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By when something is due, and why.
 *
 * @param gaps        days on which nobody worked between the beginning and the end, where only work counts
 * @param stopped     how long the clock stood in between
 * @param unannounced years that it runs through whose days off are not announced yet: there only weekends are known
 */
public record Promise(Instant from, Instant due, Allowance allowance, List<Gap> gaps, Duration stopped, Set<Integer> unannounced) {
    public boolean isKept(Instant at) {
        return !at.isAfter(due);
    }

    /** Days without work, one after the other. @param name of the holiday; null for days on which nobody works anyway */
    public record Gap(LocalDate first, LocalDate last, @Nullable String name) {}
}
