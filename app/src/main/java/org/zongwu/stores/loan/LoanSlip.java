package org.zongwu.stores.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Quantity;

/**
 * A 借物单 with all its names, as it is shown and printed. While it is a request there is no number and no keeper yet.
 *
 * @param day      business date; of a request the day the things are wanted
 * @param dueOn    when it is due now, renewals counted; null where a paper register names no day
 * @param lateDays days after that, by the clock; 0 when it is not late
 * @param version  of a request; 0 once it is posted
 */
record LoanSlip(UUID id, @Nullable String no, LoanState state, LocalDate day, @Nullable LocalDate dueOn, int lateDays, @Nullable UUID warehouseId, @Nullable String warehouse,
        @Nullable UUID borrowerId, String borrower, @Nullable String department, @Nullable UUID partyId, @Nullable String party, String purpose, @Nullable String remark, boolean needsApproval,
        @Nullable String refusal, @Nullable String approver, @Nullable Instant approvedAt, @Nullable Instant borrowerAt, UUID madeById, @Nullable String madeBy, Instant madeAt,
        @Nullable String keeper, @Nullable Instant postedAt, @Nullable Link reversalOf, @Nullable String reversalReason, @Nullable Link reversedBy, @Nullable Link corrects,
        Grade grade, int version, List<Line> lines, List<Move> moves, List<LoanSteps.Renewal> renewals, List<LoanSteps.Loss> losses) {

    boolean isPosted() {
        return no != null;
    }

    /** What is still to come back, by line. */
    List<Line> out() {
        return lines.stream().filter(l -> l.outstanding().isPositive()).toList();
    }

    record Link(UUID id, @Nullable String no) {}

    /**
     * @param quantity    in {@code unit}
     * @param outstanding base units still out; of a request nothing
     * @param onShelf     base units that could be handed out now; null once it is posted
     */
    record Line(int number, @Nullable UUID itemId, @Nullable String code, String thing, @Nullable String unit, Quantity quantity, @Nullable String baseUnit, Quantity outstanding,
            @Nullable String condition, @Nullable Quantity onShelf) {}

    /** What came back or was lost. */
    record Move(LoanSteps.Kind kind, @Nullable LocalDate day, String thing, Quantity quantity, @Nullable String words, String by) {}
}
