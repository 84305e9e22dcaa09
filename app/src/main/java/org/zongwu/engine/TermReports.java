package org.zongwu.engine;

import java.nio.file.Path;
import java.util.List;

/** Writes the summary and plan of a term as files; what {@code ./zongwu report} calls. */
public interface TermReports {
    /**
     * @param term   code of the term, {@code 2025-2026-2}; empty for the one that ended last
     * @param folder exists
     * @return the files written, the one to read first in front
     */
    List<Path> write(long schoolId, String term, Path folder);
}
