package org.zongwu.engine;

import java.nio.file.Path;
import java.util.List;

/** Takes in a school's own ledger file; what {@code ./zongwu import} calls. */
public interface FileImports {
    /**
     * @param template id of the import template; empty to choose by the file's headings
     * @param dryRun   looks at everything and keeps nothing
     */
    Outcome load(long schoolId, Path file, String template, boolean dryRun);

    /**
     * @param template the one that was used
     * @param rows     rows read
     * @param taken    rows kept, or that would be kept
     * @param notes    what is worth knowing of rows that are kept
     * @param findings what stands in the way of the others, with row and column, in words
     */
    record Outcome(String template, int rows, int taken, List<String> notes, List<String> findings) {}
}
