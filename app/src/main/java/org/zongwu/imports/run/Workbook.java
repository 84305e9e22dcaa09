package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.mapping.HeaderFinder;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.imports.sheet.Sheet;

/** A file held against one template: for each sheet the header, when there is one. */
record Workbook(TemplateFields fields, List<Part> parts) {
    /** @param header null when not one heading is known */
    record Part(Sheet sheet, Optional<Header> header) {
        boolean fits() {
            return !sheet.hidden() && header.isPresent() && header.get().fits();
        }
    }

    static Workbook of(List<Sheet> sheets, TemplateFields fields, Map<String, String> remembered) {
        var finder = new HeaderFinder(fields, remembered);
        var parts = new ArrayList<Part>();
        for (var sheet : sheets) parts.add(new Part(sheet, sheet.hidden() ? Optional.empty() : finder.find(sheet)));
        return new Workbook(fields, parts);
    }

    boolean fits() {
        return parts.stream().anyMatch(Part::fits);
    }

    /** How well the best sheet fits, in thousandths: 0 not at all, 1000 heading for heading. */
    int closeness() {
        return parts.stream().filter(Part::fits).mapToInt(p -> p.header().orElseThrow().closeness()).max().orElse(0);
    }

    /** The header that comes nearest, for saying what is missing. */
    Optional<Header> nearest() {
        return parts.stream().flatMap(p -> p.header().stream()).max((a, b) -> Integer.compare(a.found().size(), b.found().size()));
    }
}
