package org.zongwu.imports.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.RuleBroken;

/** A file whose sheets were held against the templates. */
record Workbook(List<Part> parts) {
    /**
     * A sheet, and what it is.
     *
     * @param header     of the template that it was taken for; null when it was not
     * @param why        not, else null
     * @param candidates templates that it may be
     * @param quiet      whether nobody needs to look at it
     */
    record Part(Sheet sheet, @Nullable Header header, @Nullable RuleBroken why, List<String> candidates, boolean quiet) {
        static Part of(Sheet sheet, Header header) {
            return new Part(sheet, header, null, List.of(), true);
        }

        static Part unread(Sheet sheet, RuleBroken why, List<String> candidates) {
            return new Part(sheet, null, why, candidates, false);
        }

        static Part passedOver(Sheet sheet, String key) {
            return new Part(sheet, null, new RuleBroken("R-IMP-2", key), List.of(), true);
        }
    }

    boolean isRecognised() {
        return parts.stream().anyMatch(p -> p.header() != null);
    }

    /** The reason of the first sheet that somebody must look at: what to say when not one was recognised. */
    RuleBroken why() {
        return parts.stream().filter(p -> p.why() != null && !p.quiet()).map(Part::why).findFirst().orElseGet(() -> RuleBroken.at("template", "R-IMP-2", "rule.imports.no-header"));
    }
}
