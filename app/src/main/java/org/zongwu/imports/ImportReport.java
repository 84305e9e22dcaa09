package org.zongwu.imports;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate.Verdict;

/**
 * What a file held, what went in, what did not and why. The sentences are in the language of the person who ran it.
 *
 * @param dry          whether it was only tried
 * @param ledgers      what the file holds, one a template, in the order in which they go in
 * @param sheets       every sheet of the file, in its order
 * @param findings     every row that is not simply accepted, in the order of the file; at most {@link #MOST_FINDINGS}
 * @param moreFindings how many further findings were left out
 * @param earlier      the last time the same file was taken in with one of these templates, if it was
 */
public record ImportReport(UUID runId, String fileName, String sha256, boolean dry, Counts counts, List<Ledger> ledgers, List<Sheet> sheets,
        List<Finding> findings, int moreFindings, @Nullable Earlier earlier) {
    public static final int MOST_FINDINGS = 5000;

    /** A report that was kept by an earlier version may lack a list. */
    public ImportReport {
        ledgers = Objects.requireNonNullElse(ledgers, List.of());
        sheets = Objects.requireNonNullElse(sheets, List.of());
        findings = Objects.requireNonNullElse(findings, List.of());
    }

    /** Lines. Those with a warning are among the accepted: read = accepted + duplicate + problem. */
    public record Counts(int read, int accepted, int duplicate, int warning, int problem) {
        public Counts plus(Counts more) {
            return new Counts(read + more.read, accepted + more.accepted, duplicate + more.duplicate, warning + more.warning, problem + more.problem);
        }
    }

    /** The sheets of one template together. */
    public record Ledger(String template, String title, Counts counts) {}

    /**
     * One sheet of the file.
     *
     * @param template   what it was taken for; null when it was not read
     * @param why        it was not read; null when it was
     * @param candidates templates that it may be, when it was not plain which
     * @param quiet      whether nobody needs to look at it: a hidden or an empty one, or one that a person left out
     * @param titles     what stands above the header
     * @param blank      how many blank lines; likewise lines of sums, and lines that repeat the header
     * @param notes      what stands between and below the rows without being one
     */
    public record Sheet(String name, @Nullable String template, @Nullable String why, List<String> candidates, boolean quiet, int headerLine, int rows,
            int blank, int subtotals, int repeated, List<String> titles, List<Heading> headings, List<Note> notes) {
        public static Sheet unread(String name, String why, List<String> candidates, boolean quiet) {
            return new Sheet(name, null, why, candidates, quiet, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
        }

        public boolean isRead() {
            return template != null;
        }
    }

    /**
     * A column of the file.
     *
     * @param column from 0
     * @param key    by which a mapping by hand is remembered
     * @param field  the template's field; null when the column is left out
     * @param byHand whether a person said so
     * @param across whether it is one of many that are turned down into rows
     * @param sample what stands in the first row
     */
    public record Heading(int column, String text, String key, @Nullable String field, @Nullable String fieldTitle, boolean byHand, boolean across, String sample) {}

    public record Note(int line, String text) {}

    /**
     * @param column from 0; null when the whole line is meant
     * @param field  title of the field; null when the whole line is meant. {@code written} is what stands in it
     * @param code   message key of the sentence, which says the rule in every language
     */
    public record Finding(String sheet, int line, @Nullable Integer column, Verdict verdict, @Nullable String field, String written, String code, String sentence) {}

    public record Earlier(UUID runId, Instant at, @Nullable String by) {}

    /** The templates that the file was taken for. */
    public List<String> templates() {
        return ledgers.stream().map(Ledger::template).toList();
    }

    /** Whether a person must look: a row has a problem, or a sheet could not be recognised. */
    public boolean needsSomebody() {
        return counts.problem() > 0 || sheets.stream().anyMatch(s -> !s.isRead() && !s.quiet());
    }
}
