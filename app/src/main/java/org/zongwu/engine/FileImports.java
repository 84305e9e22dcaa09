package org.zongwu.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes in a school's own ledger files; what {@code ./zongwu import} calls. */
public interface FileImports {
    /**
     * Takes the files in, what others refer to first, each in a transaction of its own. A dry run takes them all in one
     * transaction, so that each finds what the ones before it bring, and keeps nothing.
     *
     * @param template id of the import template; empty to recognise each sheet by its headings
     * @param said     hears of each file in the order in which they were done
     */
    void load(long schoolId, List<Path> files, String template, boolean dryRun, Consumer<Result> said);

    /**
     * What became of a file. Rows with a warning are among the taken: rows = taken + duplicate + problem.
     *
     * @param refusal  why nothing of it was read; null when something was
     * @param findings every row that was not simply taken, as far as they are kept
     * @param more     how many findings were left out
     * @param words    the same for a person, line by line
     */
    record Result(String file, @Nullable String refusal, List<Sheet> sheets, int rows, int taken, int duplicate, int warning, int problem, List<Finding> findings, int more,
            List<String> words) {
        /** Whether a person must look: a row has a problem, a sheet was not recognised, or the file was refused. */
        public boolean needsSomebody() {
            return refusal != null || problem > 0 || sheets.stream().anyMatch(s -> s.template() == null && !s.quiet());
        }
    }

    /**
     * @param template that it was taken for; null when it was not read, and {@code why}
     * @param quiet    whether nobody needs to look at it: a hidden or an empty one
     */
    record Sheet(String name, @Nullable String template, @Nullable String why, boolean quiet, int rows) {}

    /**
     * @param column as the spreadsheet program calls it; null when the whole row is meant
     * @param code   of the rule, the same in every language
     */
    record Finding(String sheet, int row, @Nullable String column, String verdict, String code, String sentence) {}
}
