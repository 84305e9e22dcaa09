package org.zongwu.imports;

import java.nio.file.Path;
import java.util.Optional;
import org.zongwu.kernel.Actor;

/** Takes in a spreadsheet file, as the page and the command line do. */
public interface Imports {
    /**
     * Reads the file and takes in the good rows, in transactions of its own. A row that is already there counts as a
     * duplicate, so the same file may be run again.
     *
     * @param template id of the template; when empty it is told from the headings
     * @param dryRun   everything is done and then undone; only the report stays
     * @throws org.zongwu.kernel.RuleBroken {@code R-FILE-n} the file is not taken, {@code R-IMP-1} it cannot be read,
     *         {@code R-IMP-2} no template fits or more than one does, {@code R-IMP-3} it is not for this person
     */
    ImportReport run(Actor actor, Path file, Optional<String> template, boolean dryRun);
}
