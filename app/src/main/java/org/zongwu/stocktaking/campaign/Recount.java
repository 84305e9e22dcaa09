package org.zongwu.stocktaking.campaign;

/** What is counted a second time, by somebody else. Its word is message {@code stocktake.recount.NAME}. */
public enum Recount {
    ALL,
    /** What did not agree with the book, and what only the keeper counted (R-AST-6). */
    DIFFERING,
    /** Nothing: a list that was counted on paper before the product was there. */
    NONE
}
