package org.zongwu.kernel;

import java.time.LocalDate;

/** Business days from the first to the last, both included. */
public record Span(LocalDate from, LocalDate to) {
    public Span {
        if (to.isBefore(from)) throw new IllegalArgumentException("span ends before it begins: " + from + " " + to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
