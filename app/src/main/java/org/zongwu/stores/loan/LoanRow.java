package org.zongwu.stores.loan;

import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;

/**
 * A row of a paper register of loans as it is meant. A word instead of a day of return ({@code 已还}) says that it came back and
 * not when; {@code 7.1归还8件} in a remark is a part of it; {@code 遗失} where its condition stands is a loss.
 *
 * @param dueOn      null for {@code 用完即还}
 * @param back       how many came back; null for nothing
 * @param backOn     when; null when nobody wrote it down
 * @param lost       whether what is not there is lost
 * @param compensation what was paid for it, where the remark says so
 */
record LoanRow(Row row, LocalDate day, String borrower, @Nullable String department, String thing, @Nullable String thingNo, Quantity quantity, @Nullable String purpose, @Nullable LocalDate dueOn,
        @Nullable Quantity back, @Nullable LocalDate backOn, boolean lost, @Nullable Money compensation, @Nullable String words) {
    private static final Pattern PART = Pattern.compile("(?:(\\d{1,2})[.月/-](\\d{1,2})日?)?\\s*(?:已)?(?:归还|还回|已还|还)\\s*(\\d+)");
    private static final Pattern RETURNED = Pattern.compile("已[归交]?还|还清|已归");
    private static final Pattern LOST = Pattern.compile("遗失|丢失|丢了|失窃");
    private static final Pattern PAID = Pattern.compile("赔偿?款?\\s*(\\d+(?:\\.\\d{1,2})?)\\s*元");

    static LoanRow of(Row row) {
        var day = row.day("day");
        var quantity = new Quantity(row.number("quantity").setScale(3, RoundingMode.HALF_UP));
        var note = text(row, "note");
        var condition = text(row, "condition");
        var returned = text(row, "returned");
        var lost = LOST.matcher(condition).find() || LOST.matcher(note).find();
        var part = PART.matcher(note + " " + (row.day("returned") == null ? returned : ""));
        var backOn = row.day("returned");
        Quantity back = null;
        if (backOn != null || RETURNED.matcher(returned).find()) back = quantity;
        else if (part.find()) {
            var some = Quantity.of(Long.parseLong(part.group(3)));
            back = some.exceeds(quantity) ? quantity : some;
            backOn = on(part.group(1), part.group(2), day);
        }
        var paid = PAID.matcher(note);
        return new LoanRow(row, day, row.get("borrower").strip(), row.get("department"), row.get("thing"), row.get("number"), quantity, row.get("purpose"), row.day("due"), back, backOn, lost,
                lost && paid.find() ? Money.ofYuan(paid.group(1)) : null, words(condition, note));
    }

    /** One person has the same thing of the same day once. */
    String key() {
        return day + " " + borrower.replaceAll("\\s", "") + " " + thing + " " + thingNo;
    }

    /** A day that a remark names without its year: the first after the loan. */
    private static @Nullable LocalDate on(@Nullable String month, @Nullable String dayOfMonth, LocalDate lent) {
        if (month == null) return null;
        try {
            var on = LocalDate.of(lent.getYear(), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
            return on.isBefore(lent) ? on.plusYears(1) : on;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String words(String condition, String note) {
        var words = (condition + (condition.isEmpty() || note.isEmpty() ? "" : "；") + note).strip();
        return words.isEmpty() ? null : words;
    }

    private static String text(Row row, String field) {
        var text = row.get(field);
        return text == null ? "" : text;
    }
}
