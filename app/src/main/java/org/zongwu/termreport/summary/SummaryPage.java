package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.web.DeskChart;
import org.zongwu.web.FormView;

/**
 * What the summary's template draws.
 *
 * @param themes    code and name of what a report may look at
 * @param periods   code and name of the periods to choose from
 * @param open      the period has not ended
 * @param version   the version shown; null when none has been written, and then the rest is empty
 * @param standing  of the version shown, with its stamps
 * @param digest    of all that the version says, as far as people compare it by eye
 * @param evidence  the figures of the version by id, in the order of the report
 */
public record SummaryPage(Theme theme, Map<String, String> themes, @Nullable String period, String periodName, Map<String, String> periods, boolean open, @Nullable Version version,
        List<Version> versions, @Nullable Manuscript manuscript, Map<String, Evidence> evidence,
        Signatures.@Nullable Standing standing, String digest, boolean mayWrite, boolean mayPublish, FormView form) {

    /** @param latest whether no newer one exists */
    public record Version(int number, String author, String at, String computedAt, boolean latest) {}

    /**
     * One figure beside the text.
     *
     * @param value as tables show it, exact
     * @param now   the present value in the same form when it has changed since, otherwise null
     * @param said  the present value as the sentence would say it, when it has changed
     * @param note  why the two cannot be compared, when they cannot (R-SUM-5)
     */
    public record Evidence(String id, String name, String value, @Nullable String now, @Nullable String said, @Nullable String note, String unit, String grade, String rows,
            String link, String page) {
        public boolean changed() {
            return now != null;
        }
    }

    public List<Evidence> changes() {
        return evidence.values().stream().filter(Evidence::changed).toList();
    }

    /** The figures that the text cites. */
    public List<Evidence> cited() {
        return manuscript == null ? List.of() : evidence.values().stream().filter(e -> manuscript.cited().contains(e.id())).toList();
    }

    public String file(String name) {
        return Subject.path(theme, String.valueOf(period)) + "/" + (version == null ? 0 : version.number()) + "/" + name;
    }

    /** Where something is done with the version shown. */
    public String act(String what) {
        return file(what);
    }

    /** Where its text is written. */
    public String text() {
        return Subject.path(theme, String.valueOf(period)) + "/text";
    }

    public String newest() {
        return Subject.page(theme, String.valueOf(period));
    }

    /** Whether it is the reader's own. */
    public boolean own() {
        return theme == Theme.OWN;
    }

    /** Where reports of the kind are written. */
    public String home() {
        return own() ? "/my/summary" : "/summary";
    }

    /** A chart of the report as the pages draw one. */
    public static DeskChart.Chart drawn(Manuscript.Chart chart) {
        var path = "/figures/" + chart.figureId();
        var bars = chart.bars().stream().map(b -> new DeskChart.Bar(b.label(), b.now(), b.then(), false, path)).toList();
        return new DeskChart.Chart(chart.caption(), chart.finding(), chart.unit(), chart.now(), chart.then() == null ? "" : chart.then(), bars, chart.figureId(), path);
    }

    public String versionLink(Version other) {
        return newest() + "&version=" + other.number();
    }

    public boolean empty() {
        return version == null;
    }
}
