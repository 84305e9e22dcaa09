package org.zongwu.kernel;

import java.time.LocalDate;

/** A month of a fiscal year, which is the calendar year (会计法). Terms cross it; the two are independent. */
public record FiscalPeriod(int year, int month) {
    public FiscalPeriod {
        if (month < 1 || month > 12) throw new IllegalArgumentException("month " + month);
    }

    public static FiscalPeriod of(LocalDate day) {
        return new FiscalPeriod(day.getYear(), day.getMonthValue());
    }
}
