package org.zongwu.ledger.entry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Balances;
import org.zongwu.ledger.Ledger;
import org.zongwu.trail.Images;

@Service
class EntryService implements Ledger, Balances {
    private final EntryRepository entries;

    EntryService(EntryRepository entries) {
        this.entries = entries;
    }

    @Override
    public Images post(String event, String variant, LocalDate businessDate, WorkRef document, String memo, Money amount) {
        if (amount.isNegative()) throw new IllegalArgumentException("a document books nothing below zero; it is reversed: " + document);
        return write(event, variant, businessDate, document, memo, amount);
    }

    @Override
    public Images postRed(String event, String variant, LocalDate businessDate, WorkRef document, String memo, Money amount) {
        if (amount.isNegative()) throw new IllegalArgumentException("what is written in red is told as it is: " + document);
        return write(event, variant, businessDate, document, memo, amount.negated());
    }

    private Images write(String event, String variant, LocalDate businessDate, WorkRef document, String memo, Money amount) {
        if (amount.isZero()) {
            requireOpen(businessDate);
            return Images.none();
        }
        var basis = entries.hold(event, variant, businessDate);
        requireOpen(businessDate, basis.map(EntryRepository.Basis::period));
        var rule = basis.orElseThrow().rule();
        if (rule == null) throw new RuleBroken("R-GL-2", "rule.ledger.no-booking-rule", event, variant, businessDate.toString());
        return entries.insert(rule.entry(businessDate, document, memo, amount));
    }

    @Override
    public Images reverse(UUID original, WorkRef reversal, LocalDate businessDate, String memo) {
        requireOpen(businessDate);
        var written = Images.none();
        for (var entry : entries.of(original)) {
            if (entries.isReversed(entry.id())) throw new RuleBroken("F19", "rule.ledger.reversed-already", entry.document().no());
            written = written.and(entries.insert(entry.reversed(reversal, businessDate, memo)));
        }
        return written;
    }

    @Override
    public Money balance(String account, LocalDate upTo) {
        return entries.balance(account, upTo);
    }

    @Override
    public void requireOpen(LocalDate day) {
        requireOpen(day, entries.holdOpen(FiscalPeriod.of(day)));
    }

    private static void requireOpen(LocalDate day, Optional<EntryRepository.PeriodState> held) {
        var period = FiscalPeriod.of(day);
        var state = held.orElseThrow(() -> new RuleBroken("R-STK-3", "rule.ledger.never-opened", period.year() + "", period.month()));
        if (state.closedAt() != null) throw new RuleBroken("R-STK-3", "rule.ledger.closed", period.year() + "", period.month());
    }
}
