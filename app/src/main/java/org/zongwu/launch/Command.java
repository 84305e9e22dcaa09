package org.zongwu.launch;

import java.util.Map;

/** A sub-command of {@code ./zongwu}. */
interface Command {
    int OK = 0;
    int FAILED = 1;
    int MISUSED = 2;

    /** Its options without the dashes, and whether a value follows. */
    Map<String, Boolean> options();

    /** Whether words that are no options may stand behind it. */
    default boolean takesFiles() {
        return false;
    }

    /** Answers the exit code. A command that serves does not return. */
    int run(Arguments arguments);
}
