package org.zongwu.stores.stock;

/** Why a card changed. Its word is message {@code stores.move.NAME}. */
public enum MoveKind {
    OPENING, RECEIPT, ISSUE, RECEIPT_REVERSAL, ISSUE_REVERSAL
}
