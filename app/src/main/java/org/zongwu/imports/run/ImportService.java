package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.RUN;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Limits;
import org.zongwu.files.Original;
import org.zongwu.files.Originals;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.mapping.HeaderFinder;
import org.zongwu.imports.mapping.RowReader;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.imports.sheet.SheetFile;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.People;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** The dry run and the commit are the same work; the first is rolled back. */
@Service
class ImportService {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Catalogue catalogue;
    private final Originals originals;
    private final RunRepository runs;
    private final Tenancy tenancy;
    private final DSLContext db;
    private final People people;
    private final Trail trail;
    private final Messages messages;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    ImportService(Catalogue catalogue, Originals originals, RunRepository runs, Tenancy tenancy, DSLContext db, People people, Trail trail,
            Messages messages, Clock clock) {
        this.catalogue = catalogue;
        this.originals = originals;
        this.runs = runs;
        this.tenancy = tenancy;
        this.db = db;
        this.people = people;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tries a file or takes it in, in transactions of its own; what is there already counts as a duplicate. */
    ImportReport run(Actor actor, Path file, @Nullable String template, boolean dryRun) {
        var upload = store(actor, file);
        return dryRun ? dryRun(actor, upload, template)
                : tenancy.<ImportReport>write(actor.schoolId(), () -> commit(actor, upload, template, Ids.next(), false));
    }

    private Upload store(Actor actor, Path file) {
        try (var content = Files.newInputStream(file)) {
            return store(actor, content, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Upload store(Actor actor, InputStream content, String name) {
        return new Upload(originals.store(actor, content, name, Limits.SHEETS), name);
    }

    /** Tries the file: judges everything, changes nothing, keeps the report. Opens its own transactions. */
    ImportReport dryRun(Actor actor, Upload upload, @Nullable String template) {
        return oneOfFew(() -> {
            var prepared = prepare(actor, upload, template);
            var outcomes = undone(actor, prepared);
            return tenancy.<ImportReport>write(actor.schoolId(), () -> kept(actor, prepared, outcomes, Ids.next(), true));
        });
    }

    /**
     * Takes the good rows in, within the caller's transaction.
     *
     * @param whole nothing goes in when one row has a problem
     */
    ImportReport commit(Actor actor, Upload upload, @Nullable String template, UUID runId, boolean whole) {
        return oneOfFew(() -> {
            var prepared = prepare(actor, upload, template);
            var report = kept(actor, prepared, prepared.taken(actor), runId, false);
            if (whole && report.counts().problem() > 0) throw new RuleBroken("R-IMP-4", "rule.imports.not-whole", report.counts().problem());
            return report;
        });
    }

    /** The columns of a file that does not fit its template yet, for a person to say what they are; none when there is no header at all. */
    List<ImportReport.Heading> columns(Actor actor, Upload upload, String templateId) {
        return tenancy.read(actor.schoolId(), () -> {
            var template = catalogue.find(actor, templateId).orElseThrow();
            var finder = new HeaderFinder(catalogue.fields(template), runs.headings(templateId));
            return SheetFile.read(originals.path(upload.original().sha256()), upload.original().kind()).stream().filter(s -> !s.hidden())
                    .flatMap(s -> finder.guess(s).map(h -> Reading.headings(h, RowReader.read(s, h))).stream())
                    .max(Comparator.comparingLong((List<ImportReport.Heading> h) -> h.stream().filter(c -> c.field() != null).count())
                            .thenComparing(List::size)).orElse(List.of());
        });
    }

    /** @throws RuleBroken {@code R-IMP-6} when the file went in before and the person has not said that it is meant to go in again */
    void requireNewOrMeant(ImportReport tried, Upload upload, boolean meant) {
        var earlier = earlier(tried.template(), upload.original().sha256());
        if (earlier != null && !meant) throw RuleBroken.at("again", "R-IMP-6", "rule.imports.again", Shown.fullTime(earlier.at()), who(earlier));
    }

    private String who(ImportReport.Earlier earlier) {
        return earlier.by() == null ? messages.say("imports.somebody") : earlier.by();
    }

    private ImportReport oneOfFew(Supplier<ImportReport> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw RuleBroken.at("file", "R-IMP-5", "rule.imports.busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RuleBroken.at("file", "R-IMP-5", "rule.imports.busy");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** A file that was handed in, and what the person called it. */
    record Upload(Original original, String name) {}

    private record Prepared(Upload upload, ImportTemplate template, TemplateFields fields, Reading reading) {
        List<Outcome> taken(Actor actor) {
            return template.take(reading.rows(), reading.notes(), actor);
        }
    }

    private Prepared prepare(Actor actor, Upload upload, @Nullable String wanted) {
        return tenancy.read(actor.schoolId(), () -> {
            var sheets = SheetFile.read(originals.path(upload.original().sha256()), upload.original().kind());
            var workbook = wanted == null ? recognised(actor, sheets) : wanted(actor, sheets, wanted);
            var template = catalogue.find(actor, workbook.fields().id()).orElseThrow();
            return new Prepared(upload, template, workbook.fields(), new Reading(workbook, template.example(), messages));
        });
    }

    private Workbook recognised(Actor actor, List<Sheet> sheets) {
        var templates = catalogue.of(actor);
        if (templates.isEmpty()) throw new RuleBroken("R-IMP-3", "rule.imports.not-yours");
        return Recognition.best(templates.stream().map(t -> workbook(sheets, t)).toList());
    }

    private Workbook wanted(Actor actor, List<Sheet> sheets, String id) {
        if (!catalogue.exists(id)) throw RuleBroken.at("template", "R-IMP-2", "rule.imports.no-template", id);
        var template = catalogue.find(actor, id).orElseThrow(() -> RuleBroken.at("template", "R-IMP-3", "rule.imports.not-your-template", catalogue.title(id)));
        var workbook = workbook(sheets, template);
        if (workbook.fits()) return workbook;
        throw workbook.nearest().map(Recognition::missing).orElseGet(() -> RuleBroken.at("template", "R-IMP-2", "rule.imports.no-header"));
    }

    private Workbook workbook(List<Sheet> sheets, ImportTemplate template) {
        return Workbook.of(sheets, catalogue.fields(template), runs.headings(template.id()));
    }

    /** Does it all, lets the constraints speak that wait for the commit, and takes it all back. */
    private List<Outcome> undone(Actor actor, Prepared prepared) {
        try {
            tenancy.write(actor.schoolId(), () -> {
                var outcomes = prepared.taken(actor);
                db.execute("set constraints all immediate");
                throw new Undo(outcomes);
            });
            throw new IllegalStateException("a dry run must end undone");
        } catch (Undo done) {
            return done.outcomes;
        }
    }

    private ImportReport kept(Actor actor, Prepared prepared, List<Outcome> outcomes, UUID runId, boolean dry) {
        var reading = prepared.reading();
        var judged = new Judged(reading, outcomes, prepared.fields(), messages);
        var sha256 = prepared.upload().original().sha256();
        var report = new ImportReport(runId, prepared.template().id(), prepared.fields().title(), prepared.upload().name(), sha256, dry,
                judged.counts(), reading.parts(), judged.findings(), judged.moreFindings(), earlier(prepared.template().id(), sha256));
        runs.save(actor, report, clock.instant());
        trail.write(actor, dry ? "import-tried" : "imported", new WorkRef("imports.run", runId, prepared.upload().name()), null,
                Images.of(RUN, runs.row(runId)));
        return report;
    }

    private ImportReport.@Nullable Earlier earlier(String template, String sha256) {
        return runs.lastCommit(template, sha256).map(r -> new ImportReport.Earlier(r.get(RUN.ID), r.get(RUN.AT),
                Optional.ofNullable(r.get(RUN.BY_ID)).flatMap(people::employee).map(e -> e.name()).orElse(null))).orElse(null);
    }

    /** The way out of a transaction that must leave nothing behind. */
    private static final class Undo extends RuntimeException {
        private final transient List<Outcome> outcomes;

        Undo(List<Outcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }
}
