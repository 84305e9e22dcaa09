package org.zongwu.termreport.summary;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Approvable;
import org.zongwu.kernel.WorkRef;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Manuscript.Chart;
import org.zongwu.termreport.template.Manuscript.Inserted;
import org.zongwu.termreport.template.Manuscript.Table;
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
    /** SHA-256 over all that the version says, hexadecimal: what is signed, and what a printed copy is checked by. */
    public String digest() {
        return Approvable.digest(head.title(), head.school(), head.subject().code(), head.version(), text, figures(book), bases.entrySet().stream().map(b -> List.of(b.getKey(), figures(b.getValue()))).toList(),
                plan.stream().map(t -> Arrays.asList(t.source(), t.text(), t.count(), t.owner(), t.due(), t.target(), t.budget(), t.byHand())).toList(), inserts.entrySet().stream().map(i -> List.of(i.getKey(), shown(i.getValue()))).toList());
    }

    private static List<Object> figures(FigureBook book) {
        return book.figures().stream().<Object>map(f -> Arrays.asList(f.definition().id(), f.definition().version(), f.value(), f.grade(), f.evidenceCount())).toList();
    }

    /** Value by value: what was kept and read again is written otherwise, as 100 for 1E+2, and is the same. */
    private static List<Object> shown(Inserted inserted) {
        return switch (inserted) {
            case Table t -> Arrays.asList("table", t.caption(), t.heads().stream().map(h -> List.of(h.words(), h.share(), h.align())).toList(),
                    t.rows().stream().map(row -> row.stream().map(c -> Arrays.asList(c.words(), c.link())).toList()).toList(), t.note());
            case Chart c -> Arrays.asList("chart", c.figureId(), c.caption(), c.finding(), c.unit(), c.now(), c.then(),
                    c.bars().stream().map(b -> Arrays.asList(b.label(), b.now(), b.then())).toList());
        };
    }

    /** @param version counted from 1 within the report */
    public record Head(UUID id, Subject subject, int version, String title, String school, @Nullable UUID writtenBy, String author, Instant writtenAt) {
        public WorkRef ref() {
            return new WorkRef("termreport.summary", id, subject.code() + "/" + version);
        }

        /** Where it is read. */
        public String path() {
            return subject.page() + "&version=" + version;
        }
    }
}
