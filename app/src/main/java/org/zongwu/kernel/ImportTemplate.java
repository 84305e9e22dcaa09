package org.zongwu.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a module takes from a spreadsheet: its fields, and how a whole file of rows is judged and taken in.
 * {@code imports} finds the sheet, the header and the rows; the module knows what a row means.
 */
public interface ImportTemplate {
    /** Id in addresses and on the command line, as {@code employees}. Its title is message {@code import.ID}. */
    String id();

    /** Order among templates: what others refer to comes first. */
    int order();

    /** Who may import. */
    List<Duty> duties();

    /** The columns, in the order of the downloaded template. Their titles are messages {@code import.ID.FIELD}. */
    List<Field> fields();

    /**
     * Judges all rows against each other and against the records, and takes in the good ones. Called once for a dry run
     * and once for the commit: the same code, rolled back the first time.
     */
    List<Outcome> take(List<Row> rows, Actor actor);

    /**
     * The same, with the lines that are no rows: a template that learns from titles, sums and notes implements this one.
     * This is what {@code imports} calls.
     */
    default List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return take(rows, actor);
    }

    /** One invented row for the downloaded template, by field. */
    default Map<String, String> example() {
        return Map.of();
    }

    /** What may be chosen in a field, in order; asked when the template is downloaded, within a reading transaction. */
    default Map<String, List<String>> options() {
        return Map.of();
    }

    /** @param synonyms other headings clerks write for it, in any language; compared without blanks and full-width forms */
    record Field(String name, boolean required, Kind kind, List<String> synonyms) {}

    enum Kind { TEXT, NUMBER, MONEY, DATE, CODE }

    /** A row as it stood: sheet, row number from 1, trimmed cell texts by field name; ditto marks and merged cells filled. */
    record Row(String sheet, int number, Map<String, String> cells) {
        public @Nullable String get(String field) {
            var text = cells.get(field);
            return text == null || text.isBlank() ? null : text;
        }
    }

    /** A line of a sheet that is no row: a title above the header, a sum between the rows, a note below them. Its cells, apart by one blank. */
    record Note(String sheet, int number, String text) {}

    /** What became of a row. WARNING rows are taken in. {@code key} with {@code args} is the sentence; null for ACCEPTED. */
    record Outcome(Row row, Verdict verdict, @Nullable String field, @Nullable String key, List<Object> args) {
        public static Outcome accepted(Row row) {
            return new Outcome(row, Verdict.ACCEPTED, null, null, List.of());
        }

        public static Outcome of(Verdict verdict, Row row, String field, String key, Object... args) {
            return new Outcome(row, verdict, field, key, List.of(args));
        }
    }

    enum Verdict { ACCEPTED, WARNING, DUPLICATE, PROBLEM }
}
