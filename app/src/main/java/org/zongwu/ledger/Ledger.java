package org.zongwu.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;

/** Writes the entries of business documents by dated booking rule (domain.md §4.4), in the document's own transaction. */
public interface Ledger {
    /**
     * Writes a balanced entry, financial and, where the rule asks, budgetary.
     *
     * @param event   what happened, as {@code STORES_RECEIPT}
     * @param variant what the lines depend on, as {@code FISCAL} or {@code TEACHING}
     * @return the rows written, for the caller's trail record
     * @throws org.zongwu.kernel.RuleBroken {@code R-GL-2} when no booking rule is in force on that day, {@code R-STK-3} when the
     *         period is closed
     */
    Images post(String event, String variant, LocalDate businessDate, WorkRef document, String memo, Money amount);

    /**
     * Writes the entry of such an event in red (红字): the same sides, the amount below nothing, as for goods that go back or an invoice
     * below its estimate.
     *
     * @param amount above nothing, or zero for no entry
     */
    Images postRed(String event, String variant, LocalDate businessDate, WorkRef document, String memo, Money amount);

    /**
     * For a document that books nothing: its day still must lie in an open period, which stays open until the transaction ends.
     *
     * @throws org.zongwu.kernel.RuleBroken {@code R-STK-3} when the period is closed or was never opened
     */
    void requireOpen(LocalDate businessDate);

    /**
     * Writes the entry of {@code original} again with the signs turned (红字), dated {@code businessDate}.
     *
     * @param reversal the document that reverses
     */
    Images reverse(UUID original, WorkRef reversal, LocalDate businessDate, String memo);
}
