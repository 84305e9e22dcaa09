package org.zongwu.stores.issue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.WorkRef;

/**
 * A 领物单 with all its names, as it is shown and printed. While it is a draft there is no number, no cost and no keeper yet.
 *
 * @param state      {@code DRAFT}, {@code SUBMITTED}, {@code PICKED}, {@code SIGNED}, {@code CLOSED}, {@code POSTED}, {@code REVERSED} or {@code REVERSAL}
 * @param day        business date; of a draft the day the goods are wanted
 * @param version    of a draft; 0 once it is posted
 * @param story      what came before and comes after it
 * @param reversalOf the issue that this one takes back
 * @param reversedBy the red document that took this one back
 * @param corrects   the reversed issue that this one puts right
 */
record IssueSlip(UUID id, @Nullable String no, String state, LocalDate day, UUID warehouseId, String warehouse, @Nullable UUID receiverId, String receiver,
        String department, @Nullable UUID classId, @Nullable String classTitle, Purpose purpose, @Nullable String remark, @Nullable UUID madeById, @Nullable String madeBy,
        @Nullable Instant madeAt, @Nullable Instant submittedAt, @Nullable Instant receiverAt, @Nullable String keeper, @Nullable Instant postedAt,
        @Nullable Link reversalOf, @Nullable String reversalReason, @Nullable Link reversedBy, @Nullable Link corrects, @Nullable Link correctedBy,
        Grade grade, int version, Story story, List<Line> lines) {

    public Money amount() {
        return lines.stream().map(Line::amount).filter(java.util.Objects::nonNull).reduce(Money.ZERO, Money::plus);
    }

    public boolean isPosted() {
        return no != null;
    }

    /** To another document; without a number while that is a draft. */
    public record Link(UUID id, @Nullable String no) {}

    boolean isOpen() {
        return !isPosted() && !"CLOSED".equals(state);
    }

    /** Whether less is given than was asked for, on some line. */
    boolean isPartial() {
        return lines.stream().anyMatch(l -> l.asked() != null);
    }

    /**
     * @param requestedAt when it was first asked for
     * @param pickedBy    who laid it ready
     * @param stampedBy   who let more go out than a quota
     * @param paperId     the signed paper that stands for the receiver's log-in
     * @param work        the piece of work that the goods are used up for
     * @param continues   the issue whose back-order this is; gone when that was deleted as a draft
     * @param continuedBy the back-order of this one
     * @param closedWhy   why nobody waits for it any more
     */
    record Story(@Nullable Instant requestedAt, @Nullable String pickedBy, @Nullable Instant pickedAt, @Nullable String stampedBy, @Nullable Instant stampedAt, @Nullable UUID paperId,
            @Nullable WorkRef work, @Nullable UUID handoutId, @Nullable Link continues, @Nullable Link continuedBy, @Nullable String closedWhy) {}

    /**
     * @param quantity in {@code unit}; what is or will be given
     * @param unitCost yuan for one {@code unit}, six decimals; null while it is a draft
     * @param onHand   base units in the warehouse now; null once it is posted
     * @param asked    what was asked for, in {@code unit}, where that is more
     * @param instead  what was asked for where this is given in its place, in words
     */
    public record Line(int number, UUID itemId, String code, String name, @Nullable String spec, String unit, Quantity quantity, String baseUnit,
            @Nullable BigDecimal unitCost, @Nullable Money amount, @Nullable Quantity onHand, @Nullable Quantity asked, @Nullable String instead) {}
}
