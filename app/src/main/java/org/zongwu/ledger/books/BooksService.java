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
