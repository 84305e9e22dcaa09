package org.zongwu.termreport.summary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.WorkRef;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.Task;

/** A version of a term's report with all that it was written from. */
record Summary(Head head, String template, FigureBook book, List<Task> plan) {
    /** @param version counted from 1 within the term */
    record Head(UUID id, UUID termId, String termCode, int version, String title, String school, @Nullable UUID writtenBy, String author,
            Instant writtenAt) {
        WorkRef ref() {
            return new WorkRef("termreport.summary", id, termCode + "/" + version);
        }
    }
}
