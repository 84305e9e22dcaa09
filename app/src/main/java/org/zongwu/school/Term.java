package org.zongwu.school;

import java.time.LocalDate;
import java.util.UUID;
import org.zongwu.kernel.Span;

/**
 * A school term. Terms cross fiscal years.
 *
 * @param code    as {@code 2026-2027-1}
 * @param opensOn the first school day, within the term
 */
public record Term(UUID id, String code, LocalDate startsOn, LocalDate opensOn, LocalDate endsOn) {
    public Span span() {
        return new Span(startsOn, endsOn);
    }
}
