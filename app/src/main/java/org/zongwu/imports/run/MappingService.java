package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.HEADING;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport.Heading;
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
     * @param about    the run or the file that showed the columns
     * @param headings the columns as they were taken until now
     * @param chosen   field by heading key; empty to leave the column out
     * @throws RuleBroken {@code R-IMP-7} when two columns are to be the same field
     */
    void remember(Actor actor, String template, WorkRef about, Collection<Heading> headings, Map<String, String> chosen) {
        var fields = catalogue.fields(catalogue.find(actor, template).orElseThrow());
        requireOnce(fields, chosen);
        var changed = headings.stream().filter(h -> isChanged(h, chosen.get(h.key()), fields)).toList();
        if (changed.isEmpty()) return;
        tenancy.write(actor.schoolId(), () -> {
            changed.forEach(h -> runs.remember(template, h.key(), chosen.get(h.key())));
            trail.write(actor, "import-mapped", about, null, Images.of(HEADING, runs.mapped(template)));
        });
    }

    private static boolean isChanged(Heading heading, @Nullable String field, TemplateFields fields) {
        return field != null && !field.equals(heading.field() == null ? "" : heading.field()) && isField(fields, field);
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
