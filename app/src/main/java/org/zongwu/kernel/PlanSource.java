package org.zongwu.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module that knows what the next term must do, from what is still open (domain.md §10.7). */
public interface PlanSource {
    List<PlanItem> planItems(Span finished);

    /**
     * @param textKey message key of the task, said with {@code args}; {@code source} and it together say which task it is, so that the
     *                next report asks again and sees what became of it
     * @param count   how many records it comes from
     */
    record PlanItem(String source, String textKey, List<Object> args, long count, @Nullable String owner, Due due, String link) {
        public PlanItem(String source, String textKey, List<Object> args, long count, @Nullable String owner, String link) {
            this(source, textKey, args, count, owner, Due.OPEN, link);
        }
    }

    /**
     * By when the records of a task are to be done, where they have days of their own that are still to come.
     *
     * @param first of these days; null, as {@code last}, where there are none: then it is the day on which the next term opens
     * @param last  by then all of them are done
     */
    record Due(@Nullable LocalDate first, @Nullable LocalDate last) {
        public static final Due OPEN = new Due(null, null);
    }
}
