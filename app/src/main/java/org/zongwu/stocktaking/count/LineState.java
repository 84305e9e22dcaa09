package org.zongwu.stocktaking.count;

/** How a line of the list stands. Its word is message {@code stocktake.line.state.NAME}. */
public enum LineState {
    OPEN,
    /** Counted, and somebody else must count it too. */
    ONCE,
    /** Two people counted differently, each held against the book of his own instant. */
    DISPUTED, MATCHED, DIFFERS
}
