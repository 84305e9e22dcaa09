package org.zongwu.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.ImportTemplate.Verdict;

/**
 * What a file held, what went in, what did not and why. The sentences are in the language of the person who ran it.
 *
 * @param title        of the template
 * @param dry          whether it was only tried
 * @param findings     every row that is not simply accepted, in the order of the file; at most {@link #MOST_FINDINGS}
 * @param moreFindings how many further findings were left out
 * @param earlier      the last time the same file was taken in with this template, if it was
 */
public record ImportReport(UUID runId, String template, String title, String fileName, String sha256, boolean dry, Counts counts, List<Part> parts,
        List<Finding> findings, int moreFindings, @Nullable Earlier earlier) {
    public static final int MOST_FINDINGS = 5000;

    /** Rows. Those with a warning are among the accepted: read = accepted + duplicate + problem. */
    public record Counts(int read, int accepted, int duplicate, int warning, int problem) {}

    /**
     * One sheet of the file.
     *
     * @param skipped why it was not read; null when it was
     * @param titles  what stands above the header
     * @param blank   how many blank lines; likewise lines of sums, and lines that repeat the header
     * @param notes   what stands between and below the rows without being one
     */
    public record Part(String sheet, @Nullable String skipped, int headerLine, int rows, int blank, int subtotals, int repeated, List<String> titles,
            List<Heading> headings, List<Note> notes) {}

    /**
     * A column of the file.
     *
     * @param column from 0
     * @param key    by which a mapping by hand is remembered
     * @param field  the template's field; null when the column is left out
     * @param byHand whether a person said so
     * @param sample what stands in the first row
     */
    public record Heading(int column, String text, String key, @Nullable String field, @Nullable String fieldTitle, boolean byHand, String sample) {}

    public record Note(int line, String text) {}

    /** @param field title of the field; null when the whole row is meant. {@code written} is what stands in it */
    public record Finding(String sheet, int line, Verdict verdict, @Nullable String field, String written, String sentence) {}

    public record Earlier(UUID runId, Instant at, @Nullable String by) {}
}
