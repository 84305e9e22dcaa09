package org.zongwu.ledger.books;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.ledger.Ledgers;
import org.zongwu.trail.Trail;

@Service
class BooksService implements Ledgers {
    /** From when on the 政府会计制度 is in force. */
    private static final LocalDate GOVERNMENT_ACCOUNTING = LocalDate.of(2019, 1, 1);

    private final BooksRepository books;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    BooksService(BooksRepository books, Tenancy tenancy, Trail trail, Clock clock) {
        this.books = books;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void open(Actor by, int firstYear, int lastYear) {
        if (lastYear < firstYear) throw new IllegalArgumentException("years " + firstYear + "–" + lastYear);
        tenancy.write(by.schoolId(), () -> {
            var written = books.addAccounts(Chart.ACCOUNTS)
                    .and(books.addRules(Chart.RULES, GOVERNMENT_ACCOUNTING))
                    .and(books.addPeriods(firstYear, lastYear));
            if (written.rows().isEmpty()) return;
            trail.write(by, "books-opened", ref(firstYear == lastYear ? "" + firstYear : firstYear + "–" + lastYear), null, written);
        });
    }

    /** A year opened by hand: not one that ended before the regulation began, nor one far off, nor one before a month that is closed. */
    void openYear(Actor by, int year) {
        tenancy.write(by.schoolId(), () -> {
            var first = GOVERNMENT_ACCOUNTING.getYear();
            var last = LocalDate.now(clock).getYear() + 1;
            if (year < first || year > last) throw RuleBroken.at("year", "R-STK-3", "rule.ledger.year-range", "" + first, "" + last);
            if (books.isOpened(year)) throw RuleBroken.at("year", "R-STK-3", "rule.ledger.year-opened", "" + year);
            if (books.hasClosedAfter(year)) throw RuleBroken.at("year", "R-STK-3", "rule.ledger.year-before-closed", "" + year);
            open(by, year, year);
        });
    }

    boolean isOpened(Actor by, int year) {
        return tenancy.read(by.schoolId(), () -> books.isOpened(year));
    }

    /** The year that is to be opened next: this one, or the one after it. */
    int nextYear(Actor by, LocalDate today) {
        return isOpened(by, today.getYear()) ? today.getYear() + 1 : today.getYear();
    }

    @Override
    public void close(Actor by, FiscalPeriod period) {
        tenancy.write(by.schoolId(), () -> {
            var name = "%d-%02d".formatted(period.year(), period.month());
            if (books.hasOpenBefore(period)) throw new RuleBroken("R-STK-3", "rule.ledger.earlier-open", name);
            var closed = books.close(period, clock.instant()).orElseThrow(() -> new RuleBroken("R-STK-3", "rule.ledger.not-to-close", name));
            trail.write(by, "period-closed", ref(name), null, closed);
        });
    }

    /** The books of a school are one thing with one history. */
    private WorkRef ref(String no) {
        return new WorkRef("ledger.period", new UUID(0, tenancy.current()), no);
    }
}
