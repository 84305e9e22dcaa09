package org.zongwu.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module that knows what the next term must do, from what is still open (domain.md §10.7). */
public interface PlanSource {
    List<PlanItem> planItems(Span finished);

    /** @param textKey message key of the task, said with {@code args}; {@code count} is how many records it comes from */
    record PlanItem(String source, String textKey, List<Object> args, long count, @Nullable String owner, String link) {}
}
