package org.zongwu.stores.loan;

import org.zongwu.kernel.RuleBroken;

/**
 * Where a loan stands. What is late is derived from the clock and written nowhere; LOST waits for what the borrower is to pay.
 * Its word is {@code stores.loan.state.NAME}.
 */
enum LoanState {
    WAITING, REFUSED, REQUESTED, SIGNED, OUT, PARTLY, OVERDUE, LOST, CLOSED, REVERSED, REVERSAL;

    void sign() {
        if (this == WAITING || this == REFUSED) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.approve-first");
        if (this != REQUESTED) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.already-signed");
    }

    void handOut() {
        if (this != SIGNED) throw new RuleBroken("R-LOAN-0", "rule.stores.loan.sign-first");
    }

    /** Whether the things have been handed out. */
    boolean isPosted() {
        return ordinal() >= OUT.ordinal();
    }

    /** Whether something is still to come back. */
    boolean isOut() {
        return this == OUT || this == PARTLY || this == OVERDUE;
    }
}
