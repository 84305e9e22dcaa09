package org.zongwu.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The one clock of promises: when what was promised is due, by the school's working calendar with its holidays, the days worked
 * instead of them, and the hours of term and vacation. All look-ups see the school of the transaction only.
 */
public interface Promises {
    /** @param stops while the clock stood, in any order; they may overlap. Only what lies before the due time counts */
    Promise promise(Instant from, Allowance allowance, List<Stop> stops);

    /** Why it is due then, for people: {@code 周五17:10 → 周一11:10前（周六、周日不上班）}. */
    String words(Promise promise);

    /** Whether anybody works at the school on that day. */
    boolean works(LocalDate day);

    /** @throws IllegalArgumentException when it ends before it begins */
    record Stop(Instant from, Instant until) {
        public Stop {
            if (until.isBefore(from)) throw new IllegalArgumentException("a stop ends before it begins: " + from + " " + until);
        }
    }
}
