package org.zongwu.termreport.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.termreport.summary.SummaryPage;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.web.FormView;

/**
 * The page on which a text is written.
 *
 * @param path    of the text
 * @param back    of the report
 * @param savedBy who saved it last, and when; null while nobody has
 */
public record EditPage(String path, String back, String title, String periodName, @Nullable String savedBy, FormView form, Trial trial, List<Choice> choices) {
    /**
     * What the text would say now.
     *
     * @param error      why it cannot be read; null when it can, and otherwise there is no manuscript
     * @param manuscript as it would be written now
     */
    public record Trial(@Nullable String error, @Nullable Manuscript manuscript, Map<String, SummaryPage.Evidence> evidence, List<Finding> findings) {}

    /**
     * Something to mend before a version can be written.
     *
     * @param line    of the text, from 1
     * @param words   what stands there
     * @param figures whose value is just that
     */
    public record Finding(int line, String words, String sentence, boolean number, List<Choice> figures) {}

    /** A figure that may be cited. @param token as it stands in the text */
    public record Choice(String token, String name, String value) {}
}
