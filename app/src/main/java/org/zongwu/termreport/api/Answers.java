package org.zongwu.termreport.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FiguresJson;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.summary.Signatures;

/**
 * What the interface answers, version 1. It is promised in {@code openapi.json}: fields may be added, none is renamed or taken away.
 * Values and amounts are texts with all their digits, so that no reader rounds them.
 */
final class Answers {
    private Answers() {}

    record Definitions(List<Definition> figures) {}

    /** @param formula how it is computed, in words */
    record Definition(String id, String name, Unit unit, String unitName, int definitionVersion, String formula, String path) {}

    /**
     * A figure as the records say it now.
     *
     * @param value null when there is no record, which is not nought
     * @param grade by how its records came to be
     * @param link  path of the register whose total row shows the same number, for people
     */
    record OneFigure(String id, String name, @Nullable String value, Unit unit, String unitName, PeriodLine period, Grade grade, long evidenceCount, String link, int definitionVersion,
            String formula, Instant computedAt) {}

    record Periods(List<PeriodLine> periods) {}

    /** @param open records of it are still to come */
    record PeriodLine(String code, Period.Kind kind, String name, LocalDate from, LocalDate to, boolean open) {}

    /** @param next path of the versions after these; null when there are no more */
    record Reports(List<ReportLine> reports, @Nullable String next) {}

    /** @param digest SHA-256 over all that the version says, hexadecimal, as it is computed from the records now */
    record ReportLine(String theme, String themeName, String period, int version, String title, String author, Instant writtenAt, Signatures.State state, String digest, String path) {}

    /**
     * A version as it was frozen.
     *
     * @param text as it was written, without its looks
     */
    record Report(String theme, String themeName, PeriodLine period, int version, String title, String school, String author, Instant writtenAt, Signatures.State state, String digest,
            Instant computedAt, List<FiguresJson.Line> figures, List<TaskLine> plan, String text) {}

    /** A line of the plan. @param budget in yuan */
    record TaskLine(String source, String text, long count, @Nullable String owner, String due, @Nullable LocalDate dueOn, @Nullable String target, @Nullable String budget, @Nullable String byHand,
            String link) {}
}
