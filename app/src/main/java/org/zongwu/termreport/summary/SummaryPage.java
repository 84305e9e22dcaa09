package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.termreport.template.Task;
import org.zongwu.web.FormView;

/**
 * What the summary's template draws.
 *
 * @param terms     code and name of the terms to choose from, newest first
 * @param open      the term has not ended
 * @param version   the version shown; null when none has been written, and then the rest is empty
 * @param evidence  the figures of the version by id, in the order of the report
 */
public record SummaryPage(@Nullable String term, String termName, Map<String, String> terms, boolean open, @Nullable Version version, List<Version> versions,
        @Nullable Manuscript manuscript, Map<String, Evidence> evidence, List<Task> plan, boolean mayWrite, FormView form) {

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

    public String file(String name) {
        return "/summary/" + term + "/" + (version == null ? 0 : version.number()) + "/" + name;
    }

    public String versionLink(Version other) {
        return "/summary?term=" + term + "&version=" + other.number();
    }

    public boolean empty() {
        return version == null;
    }
}
