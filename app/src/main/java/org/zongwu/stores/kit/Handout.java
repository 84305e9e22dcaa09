package org.zongwu.stores.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Quantity;

/**
 * A kit handed to all classes.
 *
 * @param day   on which heads were counted
 * @param dueOn by when every class should have it
 */
public record Handout(UUID id, String no, String kit, UUID warehouseId, String warehouse, LocalDate day, LocalDate dueOn, List<Part> parts, List<Proof> proofs) {

    /**
     * What one class is handed.
     *
     * @param state    of its slip, as in the register of issues; null when the slip was deleted
     * @param postedOn when it was handed out
     */
    public record Part(UUID classId, String title, String receiver, int students, int teachers, UUID slipId, @Nullable String no, String state, @Nullable LocalDate postedOn,
            @Nullable Instant signedAt, List<Thing> things) {
        public boolean isDone() {
            return postedOn != null;
        }
    }

    /** @param quantity base units */
    public record Thing(UUID itemId, String label, String unit, Quantity quantity) {}

    /**
     * Where what was there is now, in base units: before + came − issued − other = now (R-ISS-4).
     *
     * @param before what lay there when heads were counted
     * @param came   received since, or put back
     * @param due    what all classes together should get
     * @param issued what they got
     * @param other  what went elsewhere since
     */
    public record Proof(UUID itemId, String label, String unit, Quantity before, Quantity came, Quantity due, Quantity issued, Quantity other, Quantity now) {
        public Quantity difference() {
            return new Quantity(before.value().add(came.value()).subtract(issued.value()).subtract(other.value()).subtract(now.value()));
        }

        /** What is still missing for the classes that have not got theirs. */
        public Quantity shortage() {
            var open = due.value().subtract(issued.value()).subtract(now.value());
            return open.signum() > 0 ? new Quantity(open) : Quantity.ZERO;
        }
    }

    public long done() {
        return parts.stream().filter(Part::isDone).count();
    }
}
