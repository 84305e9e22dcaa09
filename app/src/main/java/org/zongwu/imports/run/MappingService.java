package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.HEADING;

import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** Remembers which column a person said is which; the same heading is known from then on. */
@Service
class MappingService {
    private final Catalogue catalogue;
    private final RunRepository runs;
    private final Tenancy tenancy;
    private final Trail trail;

    MappingService(Catalogue catalogue, RunRepository runs, Tenancy tenancy, Trail trail) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.tenancy = tenancy;
        this.trail = trail;
    }

    /**
     * @param chosen field by heading key; empty to leave the column out
     * @throws RuleBroken {@code R-IMP-7} when two columns are to be the same field
     */
    void remember(Actor actor, ImportReport report, Map<String, String> chosen) {
        var fields = catalogue.fields(catalogue.find(actor, report.template()).orElseThrow());
        requireOnce(fields, chosen);
        tenancy.write(actor.schoolId(), () -> {
            var changed = false;
            for (var part : report.parts()) {
                for (var heading : part.headings()) {
                    var field = chosen.get(heading.key());
                    if (field == null || field.equals(heading.field() == null ? "" : heading.field()) || !isField(fields, field)) continue;
                    runs.remember(report.template(), heading.key(), field);
                    changed = true;
                }
            }
            if (changed) {
                trail.write(actor, "import-mapped", new WorkRef("imports.run", report.runId(), report.fileName()), null,
                        Images.of(HEADING, runs.mapped(report.template())));
            }
        });
    }

    private static boolean isField(TemplateFields fields, String name) {
        return name.isEmpty() || fields.fields().stream().anyMatch(f -> f.name().equals(name));
    }

    private static void requireOnce(TemplateFields fields, Map<String, String> chosen) {
        var seen = new HashSet<String>();
        for (var field : chosen.values()) {
            if (field.isEmpty() || seen.add(field)) continue;
            var title = fields.fields().stream().filter(f -> f.name().equals(field)).map(TemplateFields.Known::title).findFirst().orElse(field);
            throw RuleBroken.at("mapping", "R-IMP-7", "rule.imports.mapped-twice", title);
        }
    }
}
