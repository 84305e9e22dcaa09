package org.zongwu.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a module takes from a spreadsheet: its fields, and how a whole file of rows is judged and taken in.
 * {@code imports} finds the sheets, the headers and the rows; the module knows what a row means.
 */
public interface ImportTemplate {
    /** Id in addresses and on the command line, as {@code employees}. Its title is message {@code import.ID}. */
    String id();

    /** Order among templates: what others refer to comes first. */
    int order();

    /** Who may import. */
    List<Duty> duties();

    /**
     * The columns, in the order of the downloaded template. Their titles are messages {@code import.ID.FIELD}; further headings
     * that clerks write stand in message {@code import.ID.FIELD.synonyms}, if there is one, apart by 、 or a comma.
     */
    List<Field> fields();

    /**
     * Judges all rows against each other and against the records, and takes in the good ones. Called once for a dry run
     * and once for the commit: the same code, rolled back the first time.
     */
    List<Outcome> take(List<Row> rows, Actor actor);

    /**
     * The same, with the lines that are no rows: a template that learns from titles, sums and notes implements this one.
     */
    default List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor) {
        return take(rows, actor);
    }

    /** The same, for a file so long that a person waits for it. This is what {@code imports} calls. */
    default List<Outcome> take(List<Row> rows, List<Note> notes, Actor actor, Progress progress) {
        return take(rows, notes, actor);
    }

    /** One invented row for the downloaded template, by field. */
    default Map<String, String> example() {
        return Map.of();
    }

    /** What may be chosen in a field, in order; asked when the template is downloaded, within a reading transaction. */
    default Map<String, List<String>> options() {
        return Map.of();
    }

    /** How a sheet with one column a day is turned down into rows; none where there is no such sheet. */
    default Optional<Matrix> matrix() {
        return Optional.empty();
    }

    /**
     * Takes back what one run made, in the caller's transaction: {@code made} as the outcomes named it, in the order of the
     * rows, what was opened for a row before it. All or nothing: what it returns stands on the rows, and then the caller undoes
     * everything.
     *
     * @throws RuleBroken {@code R-IMP-8} when this kind cannot be taken back at all, which is what this says
     */
    default List<Dependent> undo(List<WorkRef> made, Actor actor) {
        throw new RuleBroken("R-IMP-8", "rule.imports.no-undo");
    }

    /** What is wrong with the cells of a row alone: a required one is empty, or one cannot be read as what it must be. */
    static Optional<Outcome> flaw(Row row, List<Field> fields) {
        return fields.stream().filter(f -> row.get(f.name()) == null ? f.required() : !row.isReadable(f)).findFirst()
                .map(f -> row.get(f.name()) == null ? Outcome.of(Verdict.PROBLEM, row, f.name(), "import.flaw.missing")
                        : Outcome.of(Verdict.PROBLEM, row, f.name(), "import.flaw." + f.kind(), row.get(f.name())));
    }

    /**
     * A field of a row.
     *
     * @param synonyms      other headings clerks write for it, in any language; compared without blanks and full-width forms
     * @param inTitle       where it stands when no column has it: the first group of this, found in the name of the sheet or
     *                      in a title above the header; null when it only comes from a column
     * @param monthIsEnough whether a DATE that names only its month means the first day of it; else it cannot be read
     * @param units         words that may stand behind a NUMBER, each with what it is times the unit of the field
     * @param unlessCalled  whether a sheet that is called by the ledger's name may lack this column, though it is required
     * @param sameDayAs     of a DATE: the field of the same row that 当日 and a ditto mark mean; null where a mark means the row above
     */
    record Field(String name, boolean required, Kind kind, List<String> synonyms, @Nullable Pattern inTitle, boolean monthIsEnough,
            Map<String, BigDecimal> units, boolean unlessCalled, @Nullable String sameDayAs) {
        public Field(String name, boolean required, Kind kind, List<String> synonyms) {
            this(name, required, kind, synonyms, null, false);
        }

        public Field(String name, boolean required, Kind kind, List<String> synonyms, @Nullable Pattern inTitle, boolean monthIsEnough) {
            this(name, required, kind, synonyms, inTitle, monthIsEnough, Map.of(), false, null);
        }

        /** Where no column is this field: the first group of the pattern in the sheet's name, else in a title above the header. */
        public Field fromTitle(Pattern pattern) {
            return new Field(name, required, kind, synonyms, pattern, monthIsEnough, units, unlessCalled, sameDayAs);
        }

        /** The column that tells this ledger from others, but without which one that says its name is understood as well. */
        public Field mayLackWhenCalled() {
            return new Field(name, required, kind, synonyms, inTitle, monthIsEnough, units, true, sameDayAs);
        }

        /** 2026.3 is taken for 2026-03-01. */
        public Field byMonth() {
            return new Field(name, required, kind, synonyms, inTitle, true, units, unlessCalled, sameDayAs);
        }

        /** 当日 and ″ mean the day of this other field: mended on the day on which it was reported. */
        public Field sameDayAs(String other) {
            return new Field(name, required, kind, synonyms, inTitle, monthIsEnough, units, unlessCalled, other);
        }

        /** In hours, {@code unit("天", "8")} makes 24 of 3天 and 4 of 半天. Measures that are all the same need no such word. */
        public Field unit(String word, String times) {
            var more = new HashMap<>(units);
            more.put(word, new BigDecimal(times));
            return new Field(name, required, kind, synonyms, inTitle, monthIsEnough, Map.copyOf(more), unlessCalled, sameDayAs);
        }
    }

    /**
     * What a cell is made into where there is one way to read it; else it stays as it stood, and the template refuses it.
     * NUMBER and MONEY become plain digits, a DATE {@code 2026-03-05}, a MOMENT {@code 2026-03-05T14:30}. A day without its
     * year has one only where the sheet, its neighbours or the terms say which.
     */
    enum Kind { TEXT, NUMBER, MONEY, DATE, CODE, MOMENT }

    /**
     * A sheet with a column a day, such as an attendance list: each cell below such a heading that is not empty is a row.
     *
     * @param headingField the field that the heading is; cleaned as its kind says
     * @param cellField    the field that the cell is
     * @param headings     which headings no field knows are meant; null for those that read as a day
     */
    record Matrix(String headingField, String cellField, @Nullable Pattern headings) {
        public static Matrix ofDays(String headingField, String cellField) {
            return new Matrix(headingField, cellField, null);
        }
    }

    /**
     * A row as it stood: sheet, row number from 1, trimmed cell texts by field name; ditto marks and merged cells filled.
     *
     * @param column of a matrix, from 0, where the row is one cell of a line; null when it is the whole line
     */
    record Row(String sheet, int number, @Nullable Integer column, Map<String, String> cells) {
        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

        public Row(String sheet, int number, Map<String, String> cells) {
            this(sheet, number, null, cells);
        }

        public @Nullable String get(String field) {
            var text = cells.get(field);
            return text == null || text.isBlank() ? null : text;
        }

        /** The day in a DATE; null when there is none, or none that can be read. */
        public @Nullable LocalDate day(String field) {
            var text = get(field);
            if (text == null || !DAY.matcher(text).matches()) return null;
            try {
                return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** The day and time in a MOMENT; null when there is none, or none that can be read. */
        public @Nullable LocalDateTime moment(String field) {
            try {
                var text = get(field);
                return text == null ? null : LocalDateTime.parse(text);
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** The number in a NUMBER or MONEY; null when there is none, or none that can be read. */
        public @Nullable BigDecimal number(String field) {
            var text = get(field);
            return text == null || !NUMBER.matcher(text).matches() ? null : new BigDecimal(text);
        }

        boolean isReadable(Field field) {
            return switch (field.kind()) {
                case TEXT, CODE -> true;
                case NUMBER, MONEY -> number(field.name()) != null;
                case DATE -> day(field.name()) != null;
                case MOMENT -> moment(field.name()) != null;
            };
        }
    }

    /** How far a file is: told now and then how many of its rows are judged and kept. */
    interface Progress {
        /** @throws RuntimeException when nobody wants it any more; it must come through */
        void done(int rows);
    }

    /** A line of a sheet that is no row: a title above the header, a sum between the rows, a note below them. Its cells, apart by one blank. */
    record Note(String sheet, int number, String text) {}

    /** What stands on an imported row and keeps it from being taken back: in words, and where it is opened. */
    record Dependent(String words, @Nullable WorkRef at) {}

    /**
     * What became of a row. WARNING rows are taken in. {@code key} with {@code args} is the sentence; null for ACCEPTED.
     *
     * @param made   what the row became, for finding it again from either side; null when it became nothing, or nothing of its own
     * @param opened what had to be made before it, such as its class or its building, and would not be there without the file
     */
    record Outcome(Row row, Verdict verdict, @Nullable String field, @Nullable String key, List<Object> args, @Nullable WorkRef made, List<WorkRef> opened) {
        public static Outcome accepted(Row row) {
            return new Outcome(row, Verdict.ACCEPTED, null, null, List.of(), null, List.of());
        }

        public static Outcome accepted(Row row, WorkRef made) {
            return accepted(row).made(made);
        }

        public static Outcome of(Verdict verdict, Row row, String field, String key, Object... args) {
            return new Outcome(row, verdict, field, key, List.of(args), null, List.of());
        }

        /** The same, and what the row became. */
        public Outcome made(WorkRef made) {
            return new Outcome(row, verdict, field, key, args, made, opened);
        }

        /** The same, and what had to be made before the row could be. */
        public Outcome opened(List<WorkRef> before) {
            return new Outcome(row, verdict, field, key, args, made, List.copyOf(before));
        }
    }

    enum Verdict { ACCEPTED, WARNING, DUPLICATE, PROBLEM }
}
