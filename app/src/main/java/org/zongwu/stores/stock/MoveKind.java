package org.zongwu.stores.stock;

/** Why a card changed. Its word is message {@code stores.move.NAME}. */
public enum MoveKind {
    OPENING, RECEIPT, ISSUE, RECEIPT_REVERSAL, ISSUE_REVERSAL;

    /** On which side of the card it is written: a reversal is red on the side of what it takes back. */
    public boolean goesOut() {
        return this == ISSUE || this == ISSUE_REVERSAL;
    }
}
