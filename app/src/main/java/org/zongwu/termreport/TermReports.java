package org.zongwu.termreport;

import java.nio.file.Path;
import org.zongwu.kernel.Actor;

/** Writes a period's 工作总结及计划 to files: for the command line and for the example school. */
public interface TermReports {
    /**
     * Writes a new version of the report and saves it as a document, as PDF and as {@code figures.json}. Opens its own transactions,
     * so call it outside of one.
     *
     * @param periodCode as {@code 2026-2027-1} a term, {@code 2026-2027} a school year, {@code 2026-h1} half a year, {@code 2026} a year
     * @param dir      made when it is not there; files of the same name are replaced
     * @param baseUrl  where the links in the document lead, as {@code https://192.168.1.20:8443}
     * @throws org.zongwu.kernel.RuleBroken {@code R-SUM-1} when the school has no such period
     */
    Written write(Actor actor, String periodCode, Path dir, String baseUrl);

    /** @param version counted from 1 within the report */
    record Written(int version, Path document, Path pdf, Path figures) {}
}
