package org.zongwu.stocktaking.variance;

/** Why something is not as the book says. Its word is message {@code stocktake.reason.NAME}. */
public enum Reason {
    DAMAGED, LOST, WASTAGE, ISSUED_UNWRITTEN, RECEIVED_UNWRITTEN, MISPLACED, BOOK_ERROR, UNKNOWN
}
