package org.zongwu.kernel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document that needs stamps (一支笔审批, 三章制): it says what is signed and by whom it may not be, and is told what was decided.
 * Collected by {@code approvals}, which knows nobody. Everything runs within the caller's transaction, so that a decision and what
 * follows from it are there together or not at all.
 */
public interface Approvable {
    /** Id in records, rules and addresses, as {@code SUMMARY}; its word is message {@code approvable.KIND}. */
    String kind();

    /** What would be signed now; empty when this school has no such document. */
    Optional<Subject> subject(UUID id);

    /** Whose stamps it needs until the school sets its own rule (R-1P-1): the limits ascend, the last has none. */
    List<Tier> defaultTiers();

    /** The final stamp was given. Throwing refuses the stamp. */
    void approved(Actor by, UUID id);

    /** Somebody whose turn it was gave it back, with a reason. It may be submitted again. */
    void returned(Actor by, UUID id, String reason);

    /** Whoever submitted it took it back before it was decided. */
    default void withdrawn(Actor by, UUID id) {}

    /**
     * What is signed.
     *
     * @param title  what people call it, with its number
     * @param link   path of its page
     * @param amount of the whole transaction, never of one invoice of it (R-1P-4); null where it is not about money
     * @param digest of everything that a signer answers for (R-EXP-8), by {@link #digest}; what may change afterwards, as a date of
     *               payment, is not in it
     * @param makerId who made it; null when it came from a file
     * @param parties claimant, receiver, payer: neither they nor the maker may sign it (R-1P-2)
     */
    record Subject(WorkRef ref, String title, String link, @Nullable Money amount, String digest, @Nullable UUID makerId, Set<UUID> parties) {
        public Subject {
            if (!digest.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("digest is not a SHA-256: " + digest);
            parties = Set.copyOf(parties);
        }

        /** Everybody who may not sign it. */
        public Set<UUID> barred() {
            var all = new HashSet<>(parties);
            if (makerId != null) all.add(makerId);
            return Set.copyOf(all);
        }
    }

    /**
     * Whose stamps a document of so much needs, in order.
     *
     * @param upTo the largest amount for which it holds, itself included; null without limit, and for what is not about money
     */
    record Tier(@Nullable Money upTo, List<Signer> signers) {
        public Tier {
            signers = List.copyOf(signers);
        }

        public static Tier always(Signer... signers) {
            return new Tier(null, List.of(signers));
        }

        public static Tier upTo(Money limit, Signer... signers) {
            return new Tier(limit, List.of(signers));
        }
    }

    /**
     * One stamp that a document needs.
     *
     * @param duty       whoever is charged with it signs
     * @param decides    the final approval (批); otherwise a check (核). The last of a tier decides, and no other (R-1P-1)
     * @param resolution whether it must cite the meeting that decided (三重一大)
     * @param otherwise  who signs when nobody with the duty may, as the 书记 for what the 校长 himself asks for (R-1P-2); null for nobody
     */
    record Signer(Duty duty, boolean decides, boolean resolution, @Nullable Duty otherwise) {
        public static Signer checks(Duty duty) {
            return new Signer(duty, false, false, null);
        }

        public static Signer decides(Duty duty) {
            return new Signer(duty, true, false, null);
        }

        public Signer citing() {
            return new Signer(duty, decides, true, otherwise);
        }

        public Signer or(Duty other) {
            return new Signer(duty, decides, resolution, other);
        }
    }

    /**
     * SHA-256 over values in a fixed order, hexadecimal. Lists may be nested; each value is told apart from its neighbours, and numbers
     * count by value, so that 1.50 and 1.5 are the same.
     */
    static String digest(@Nullable Object... values) {
        try {
            var text = new StringBuilder();
            for (var value : values) append(text, value);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("-;");
            case Iterable<?> all -> {
                var values = new ArrayList<Object>();
                all.forEach(values::add);
                text.append('[').append(values.size()).append(':');
                values.forEach(v -> append(text, v));
                text.append(']');
            }
            case BigDecimal number -> append(text, number.stripTrailingZeros().toPlainString());
            case Quantity quantity -> append(text, quantity.value());
            case Money money -> append(text, Long.toString(money.fen()));
            default -> {
                var words = value.toString();
                text.append(words.length()).append(':').append(words).append(';');
            }
        }
    }
}
