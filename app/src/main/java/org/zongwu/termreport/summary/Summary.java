package org.zongwu.termreport.summary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.WorkRef;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Manuscript.Inserted;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Task;

/**
 * A version of a report with all that it was written from.
 *
 * @param text    with its holes
 * @param bases   the figures that its sentences compare with
 * @param inserts its tables and charts, by the line of the text
 */
public record Summary(Head head, String text, FigureBook book, Map<Part.Style, FigureBook> bases, List<Task> plan, Map<Integer, Inserted> inserts) {
    /** @param version counted from 1 within the report */
    public record Head(UUID id, Subject subject, int version, String title, String school, @Nullable UUID writtenBy, String author, Instant writtenAt) {
        WorkRef ref() {
            return new WorkRef("termreport.summary", id, subject.code() + "/" + version);
        }
    }
}
