package org.zongwu.imports.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zongwu.imports.ImportReport;

/**
 * What a person said a file is: one template for all sheets, or one a sheet, empty to leave it out; what nobody said is
 * recognised by its headings.
 */
record Wanted(@Nullable String template, Map<String, String> bySheet) {
    static final Wanted BY_HEADINGS = new Wanted(null, Map.of());

    static Wanted all(@Nullable String template) {
        return template == null || template.isBlank() ? BY_HEADINGS : new Wanted(template, Map.of());
    }

    static Wanted of(Map<String, String> bySheet) {
        return new Wanted(null, Map.copyOf(bySheet));
    }

    /** Exactly what a report shows: what was not read then is not read now. */
    static Wanted as(ImportReport report) {
        var bySheet = new HashMap<String, String>();
        report.sheets().forEach(s -> bySheet.put(s.name(), s.template() == null ? "" : s.template()));
        return of(bySheet);
    }

    /** As a report shows it, but what nobody left out and nobody knew may be recognised now. */
    static Wanted again(ImportReport report) {
        var bySheet = new HashMap<String, String>();
        report.sheets().stream().filter(s -> s.isRead() || s.quiet()).forEach(s -> bySheet.put(s.name(), s.template() == null ? "" : s.template()));
        return of(bySheet);
    }

    /** Null when nobody said it. */
    @Nullable String of(String sheet) {
        return bySheet.getOrDefault(sheet, template);
    }
}
