package org.zongwu.stores.receipt;

import org.zongwu.kernel.RuleBroken;

/** Where a receipt stands. A transition answers the next state or refuses. Its word is {@code stores.receipt.state.NAME}. */
enum ReceiptState {
    DRAFT, SUBMITTED, ACCEPTED, POSTED;

    ReceiptState submit() {
        if (this != DRAFT) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.already-submitted");
        return SUBMITTED;
    }

    /** @param last the other acceptor has signed already */
    ReceiptState accept(boolean last) {
        if (this == DRAFT) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.submit-first");
        if (this != SUBMITTED) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.already-accepted");
        return last ? ACCEPTED : SUBMITTED;
    }

    ReceiptState post() {
        if (this != ACCEPTED) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.accept-first");
        return POSTED;
    }

    /** Back to the desk of who wrote it; signatures given so far fall away. */
    ReceiptState withdraw() {
        if (this == POSTED) throw new RuleBroken("R-ISS-2", "rule.stores.receipt.posted-is-final");
        if (this == DRAFT) throw new RuleBroken("R-RCV-0", "rule.stores.receipt.not-submitted");
        return DRAFT;
    }
}
