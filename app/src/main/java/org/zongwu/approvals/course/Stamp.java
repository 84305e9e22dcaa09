package org.zongwu.approvals.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stamp as it was given.
 *
 * @param round        in which it was given; in another round than that of the course it is void (R-EXP-7)
 * @param person       who gave it
 * @param holder       whose duty it was; another person when it was given in his stead (代)
 * @param delegationId null unless in somebody's stead
 * @param digest       of what was signed (R-EXP-8)
 */
record Stamp(UUID id, int round, int step, Verdict verdict, Person person, Person holder, @Nullable UUID delegationId, String digest, @Nullable Resolution resolution, @Nullable String words, Instant at) {
    boolean inStead() {
        return delegationId != null;
    }

    /** Whether it was given by this person's hand, or in his right. */
    boolean isOf(UUID personId) {
        return person.id().equals(personId) || holder.id().equals(personId);
    }

    record Person(UUID id, String name) {}

    /** A resolution that a stamp cites: its text's number and its day. */
    record Resolution(String no, LocalDate on) {}
}
