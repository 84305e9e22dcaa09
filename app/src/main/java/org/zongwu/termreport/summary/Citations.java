package org.zongwu.termreport.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.TemplateParser;
import org.zongwu.termreport.text.ShippedText;
import org.zongwu.termreport.text.Texts;

/** Who uses a figure: the texts of the office that cite it, and the versions written from such a text. Nobody's own summary is looked at. Within a reading transaction. */
@Component
class Citations {
    private final Texts texts;
    private final SummaryRepository summaries;

    Citations(Texts texts, SummaryRepository summaries) {
        this.texts = texts;
        this.summaries = summaries;
    }

    /** The texts that came with the product, the saved ones, the versions, newest first. */
    List<Use> of(String figureId) {
        var uses = new ArrayList<Use>();
        for (var theme : Theme.OF_THE_OFFICE) if (ShippedText.template(theme).figureIds().contains(figureId)) uses.add(new Use(theme, null, null, null, null));
        for (var t : texts.saying(figureId)) if (cites(t.body(), figureId)) uses.add(new Use(t.theme(), t.period(), null, t.by(), t.at()));
        for (var v : summaries.saying(figureId)) if (cites(v.text(), figureId)) uses.add(new Use(v.theme(), v.period(), v.version(), v.author(), v.writtenAt()));
        return uses;
    }

    private static boolean cites(String text, String figureId) {
        return TemplateParser.parse(text).figureIds().contains(figureId);
    }

    /**
     * A text or a version.
     *
     * @param period  null for the text that came with the product
     * @param version null for a text that is being written
     */
    record Use(Theme theme, @Nullable String period, @Nullable Integer version, @Nullable String by, @Nullable Instant at) {}
}
