package org.zongwu.ledger;

import java.time.LocalDate;
import org.zongwu.kernel.Money;

/** Reads the books. Sees the school of the transaction only. */
public interface Balances {
    /** What stands on the account at the end of that day, on the account's own side; nothing for an account never used. */
    Money balance(String account, LocalDate upTo);
}
