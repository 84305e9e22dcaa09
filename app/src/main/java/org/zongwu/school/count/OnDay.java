package org.zongwu.school.count;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The day that a register shows, parameter {@code on}: today, or the day of a figure that was opened. */
public final class OnDay {
    public static final String PARAMETER = "on";
    /** Every row carries the day, so that the filter {@code on} keeps it through pages and orders. */
    public static final Field<String> FIELD = DSL.field(DSL.name("r", "on_day"), String.class);

    private OnDay() {}

    public static LocalDate of(HttpServletRequest request, Clock clock) {
        var asked = request.getParameter(PARAMETER);
        try {
            return asked == null || asked.isBlank() ? LocalDate.now(clock) : LocalDate.parse(asked.strip());
        } catch (DateTimeException e) {
            return LocalDate.now(clock);
        }
    }

    /** The column of a derived table that {@link #FIELD} reads. */
    public static Field<String> column(LocalDate day) {
        return DSL.val(day.toString()).as("on_day");
    }

    public static String query(LocalDate day) {
        return "?" + PARAMETER + "=" + day;
    }
}
