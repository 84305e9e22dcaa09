package org.zongwu.imports.run;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Original;
import org.zongwu.files.Originals;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.mapping.RowReader;
import org.zongwu.imports.mapping.Years;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.imports.sheet.SheetFile;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.web.Messages;

/** Reads a file that was handed in, and tells what its sheets are; changes nothing. */
@Component
class Preparation {
    private final Catalogue catalogue;
    private final Originals originals;
    private final RunRepository runs;
    private final Terms terms;
    private final Tenancy tenancy;
    private final Messages messages;

    Preparation(Catalogue catalogue, Originals originals, RunRepository runs, Terms terms, Tenancy tenancy, Messages messages) {
        this.catalogue = catalogue;
        this.originals = originals;
        this.runs = runs;
        this.terms = terms;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    /**
     * A file that was handed in, and what the person called it.
     *
     * @param sheets what was read of it on the way in; null when it came in earlier
     */
    record Upload(Original original, String name, @Nullable List<Sheet> sheets) {
        private static final int LONGEST_NAME = 200;

        Upload {
            name = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
            name = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        }

        Upload(Original original, String name) {
            this(original, name, null);
        }
    }

    record Prepared(Upload upload, Reading reading) {}

    /** What the school's records know before the file is opened. */
    private record Known(Path path, Map<String, Map<String, String>> headings, List<Span> terms) {}

    /** @throws RuleBroken {@code R-IMP-1} to {@code R-IMP-3} when not one sheet can be taken in */
    Prepared prepare(Actor actor, Upload upload, Wanted wanted) {
        var templates = catalogue.of(actor);
        if (templates.isEmpty()) throw new RuleBroken("R-IMP-3", "rule.imports.not-yours");
        requireMine(actor, wanted.template());
        wanted.bySheet().values().stream().filter(t -> !t.isEmpty()).forEach(t -> requireMine(actor, t));
        var known = known(actor, upload);
        // The file is read outside of any transaction of its own: it may take a while, and nobody's records wait for it
        var workbook = recognition(actor, known, upload).of(sheets(known, upload), wanted);
        if (!workbook.isRecognised()) throw workbook.why();
        return new Prepared(upload, new Reading(workbook, id -> catalogue.find(actor, id).orElseThrow(), Years.of(known.terms(), upload.name()), messages));
    }

    private static List<Sheet> sheets(Known known, Upload upload) {
        return upload.sheets() != null ? upload.sheets() : SheetFile.read(known.path(), upload.original().kind());
    }

    private void requireMine(Actor actor, @Nullable String template) {
        if (template == null) return;
        if (!catalogue.exists(template)) throw RuleBroken.at("template", "R-IMP-2", "rule.imports.no-template", template);
        if (catalogue.find(actor, template).isEmpty()) throw RuleBroken.at("template", "R-IMP-3", "rule.imports.not-your-template", catalogue.title(template));
    }

    private Known known(Actor actor, Upload upload) {
        return tenancy.read(actor.schoolId(), () -> new Known(originals.path(upload.original().sha256()), runs.headings(), terms.all().stream().map(Term::span).toList()));
    }

    private Recognition recognition(Actor actor, Known known, Upload upload) {
        var others = catalogue.all().stream().filter(t -> catalogue.find(actor, t.id()).isEmpty()).map(catalogue::fields).toList();
        return new Recognition(catalogue.of(actor).stream().map(catalogue::fields).toList(), others, known.headings(), upload.name());
    }

    /**
     * The columns of a file that does not fit its template yet, for a person to say what they are; none when there is no header at all.
     *
     * @param sheet that is meant; empty for the one that comes nearest
     */
    List<ImportReport.Heading> columns(Actor actor, Upload upload, String template, String sheet) {
        var known = known(actor, upload);
        var finder = recognition(actor, known, upload).finder(catalogue.fields(catalogue.find(actor, template).orElseThrow()));
        var years = Years.of(known.terms(), upload.name());
        return sheets(known, upload).stream().filter(s -> !s.hidden() && (sheet.isEmpty() || s.name().equals(sheet)))
                .flatMap(s -> finder.guess(s).map(h -> Reading.headings(h, RowReader.read(s, h, years))).stream())
                .max(Comparator.comparingLong((List<ImportReport.Heading> h) -> h.stream().filter(c -> c.field() != null).count()).thenComparing(List::size))
                .orElse(List.of());
    }
}
