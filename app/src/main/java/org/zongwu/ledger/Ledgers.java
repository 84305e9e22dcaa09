package org.zongwu.ledger;

import org.zongwu.kernel.Actor;
import org.zongwu.kernel.FiscalPeriod;

/** Opens and closes books. */
public interface Ledgers {
    /**
     * Opens the twelve periods of each fiscal year, and with the first year the accounts and booking rules that the house
     * works with. What is there already stays as it is. Joins the caller's transaction.
     *
     * @param firstYear, lastYear calendar years, both included
     */
    void open(Actor by, int firstYear, int lastYear);

    /**
     * Closes a month for good; later work is booked in the next open one. Joins the caller's transaction.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-STK-3} when an earlier month is still open, or the month was never opened
     */
    void close(Actor by, FiscalPeriod period);
}
