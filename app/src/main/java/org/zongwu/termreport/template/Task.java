package org.zongwu.termreport.template;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;

/**
 * One line of the plan (R-PLAN-2).
 *
 * @param source by what it is known again when it is scored: the key of what is left open, or {@link #BY_HAND}
 * @param text   what is to be done, in words
 * @param count  how many records it comes from; 0 when a person set it
 * @param due    until when, in words
 * @param dueOn  the day, where one is known
 * @param target what will be seen when it is done
 * @param byHand who set it; null when the records did
 * @param link   path of the register that it comes from
 */
public record Task(String source, String text, long count, @Nullable String owner, String due, @Nullable LocalDate dueOn, @Nullable String target, @Nullable Money budget,
        @Nullable String byHand, String link) {
    /** The source of what a person has set. */
    public static final String BY_HAND = "by-hand";
}
