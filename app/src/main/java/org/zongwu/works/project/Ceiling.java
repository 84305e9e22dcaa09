package org.zongwu.works.project;

import static zongwu.db.works.Tables.PROJECT;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.logbook.Draft;
import org.zongwu.works.project.PaymentBook.Sort;

/**
 * Up to where a project may be paid (R-PRJ-1, R-PRJ-2), in fen.
 *
 * @param contract price with the approved changes; null while nothing is signed
 * @param audited  null until it is audited
 * @param until    the day until which the retention is held; null where none was agreed
 */
record Ceiling(@Nullable Long contract, @Nullable Long audited, long retention, @Nullable LocalDate until) {
    static Ceiling of(Draft project) {
        var price = project.get(PROJECT.CONTRACT_PRICE);
        return new Ceiling(price == null ? null : price + or0(project.get(PROJECT.CHANGES)), project.get(PROJECT.AUDITED_PRICE), or0(project.get(PROJECT.RETENTION)), project.get(PROJECT.RETENTION_DUE_ON));
    }

    private static long or0(@Nullable Long fen) {
        return fen == null ? 0 : fen;
    }

    /** Why nothing of this kind may be paid on that day, as a key; none when it may, up to {@link #of(Sort)}. */
    Optional<String> barred(Sort sort, LocalDate on) {
        if (contract == null) return Optional.of("rule.works.payment.no-contract");
        if (sort != Sort.PROGRESS && audited == null) return Optional.of("rule.works.payment.not-audited");
        return sort == Sort.RETENTION && until != null && on.isBefore(until) ? Optional.of("rule.works.payment.retained") : Optional.empty();
    }

    /** The most that may have been paid in all, this payment with it. */
    long of(Sort sort) {
        var whole = whole().orElse(0L);
        return sort == Sort.RETENTION ? whole : Math.max(0, whole - retention);
    }

    /** The audited price, or the contract's until there is one. */
    Optional<Long> whole() {
        return Optional.ofNullable(audited != null ? audited : contract);
    }
}
