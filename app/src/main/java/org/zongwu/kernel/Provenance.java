package org.zongwu.kernel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says from which file, sheet and line a record came; implemented by {@code imports}. Works within a transaction. */
public interface Provenance {
    /** None when the record was made by doing the work here. */
    Optional<Source> of(UUID recordId);

    /** As much of it as this reader may see: the line itself, and its page, only who may bring such a file in. */
    Optional<Source> of(UUID recordId, Actor reader);

    /**
     * @param sheet empty for a file without sheets
     * @param line  from 1, as the spreadsheet program numbers it
     * @param cells the line as it stood, by heading; columns that nobody asked for too
     * @param by    who took it in, as the trail names him
     * @param link  the page that shows the line beside what became of it; null for whoever may not see it
     */
    record Source(UUID runId, String fileName, String sheet, int line, Map<String, String> cells, Instant at, @Nullable String by, @Nullable String link) {}
}
