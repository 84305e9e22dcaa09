package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.RUN;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Bulk;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Limits;
import org.zongwu.files.Originals;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.ImportReport.Counts;
import org.zongwu.imports.ImportReport.Finding;
import org.zongwu.imports.run.Preparation.Prepared;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.imports.sheet.SheetFile;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
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
    /** The class of what PostgreSQL says of a value that it cannot take: too large, too long, not a text. */
    private static final String NO_SUCH_VALUE = "22";
    /** From so many new rows on a table is counted again for the planner. */
    private static final int MANY = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);
    /** Between two statements a long file may be thought about for a while. */
    static final String PATIENT = "set local idle_in_transaction_session_timeout = '5min'";

    private final Preparation preparation;
    private final Originals originals;
    private final RunRepository runs;
    private final SourceRows sources;
    private final Tenancy tenancy;
    private final DSLContext db;
    private final People people;
    private final Trail trail;
    private final Messages messages;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    ImportService(Preparation preparation, Originals originals, RunRepository runs, SourceRows sources, Tenancy tenancy, DSLContext db, People people,
            Trail trail, Messages messages, Clock clock) {
        this.preparation = preparation;
        this.originals = originals;
        this.runs = runs;
        this.sources = sources;
        this.tenancy = tenancy;
        this.db = db;
        this.people = people;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tries a file or takes it in, in transactions of its own; what is there already counts as a duplicate. */
    ImportReport run(Actor actor, Path file, Wanted wanted, boolean dryRun) {
        var upload = store(actor, file);
        return dryRun ? dryRun(actor, upload, wanted) : tenancy.<ImportReport>write(actor.schoolId(), () -> commit(actor, upload, wanted, Ids.next(), false));
    }

    private Upload store(Actor actor, Path file) {
        try (var content = Files.newInputStream(file)) {
            return store(actor, content, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file before it is kept: what cannot be read leaves no trace. */
    Upload store(Actor actor, InputStream content, String name) {
        return oneOfFew(() -> {
            var sheets = new AtomicReference<List<Sheet>>();
            var original = originals.store(actor, content, name, Limits.SHEETS, (file, kind) -> {
                SheetFile.requireCalledSo(name, kind);
                sheets.set(SheetFile.read(file, kind));
            });
            return new Upload(original, name, sheets.get());
        });
    }

    /** The same, but a file with more rows is only read: it is for a job. */
    Optional<ImportReport> tryUnlessLong(Actor actor, Upload upload, Wanted wanted, int most) {
        return oneOfFew(() -> {
            var prepared = preparation.prepare(actor, upload, wanted);
            return prepared.reading().rows() > most ? Optional.empty() : Optional.of(tried(actor, prepared, Ids.next(), Steps.UNHEARD));
        });
    }

    /** Tries the file: judges everything, changes nothing, keeps the report. Opens its own transactions. */
    ImportReport dryRun(Actor actor, Upload upload, Wanted wanted) {
        return oneOfFew(() -> tried(actor, preparation.prepare(actor, upload, wanted), Ids.next(), Steps.UNHEARD));
    }

    /** The same with what was read already, and heard; waits for nobody. */
    ImportReport tried(Actor actor, Prepared prepared, UUID runId, Steps steps) {
        var judged = undone(actor, prepared, steps);
        return tenancy.write(actor.schoolId(), () -> kept(actor, report(actor, prepared, judged, runId, true)));
    }

    /**
     * Takes the good rows in, within the caller's transaction.
     *
     * @param whole nothing goes in when one row has a problem
     */
    ImportReport commit(Actor actor, Upload upload, Wanted wanted, UUID runId, boolean whole) {
        return oneOfFew(() -> taken(actor, preparation.prepare(actor, upload, wanted), runId, whole, Steps.UNHEARD));
    }

    /** The same with what was read already, and heard; waits for nobody. */
    ImportReport taken(Actor actor, Prepared prepared, UUID runId, boolean whole, Steps steps) {
        var taken = taken(actor, prepared, steps);
        var report = kept(actor, report(actor, prepared, judged(prepared, taken), runId, false));
        if (whole && report.counts().problem() > 0) throw new RuleBroken("R-IMP-4", "rule.imports.not-whole", report.counts().problem());
        sources.write(runId, prepared.reading(), taken.stream().map(Taken::outcomes).toList(), steps);
        if (report.counts().accepted() >= MANY) Bulk.count(db, MANY);
        return report;
    }

    /**
     * Tries files one after the other in one transaction, so that what an earlier one brings is there for the next, and takes it
     * all back.
     *
     * @param each makes of a file its report; a refusal undoes that file only
     */
    List<ImportReport> triedTogether(Actor actor, int files, IntFunction<Prepared> each, BiConsumer<Integer, RuntimeException> refused) {
        var reports = new ArrayList<ImportReport>();
        try {
            tenancy.write(actor.schoolId(), () -> {
                reports.clear();
                for (var i = 0; i < files; i++) {
                    db.execute("savepoint file");
                    try {
                        var prepared = each.apply(i);
                        reports.add(report(actor, prepared, judged(prepared, taken(actor, prepared, Steps.UNHEARD)), Ids.next(), true));
                    } catch (RuntimeException e) {
                        db.execute("rollback to savepoint file");
                        refused.accept(i, e);
                    }
                }
                throw new Undo(List.of());
            });
            throw new IllegalStateException("a dry run must end undone");
        } catch (Undo done) {
            reports.forEach(r -> tenancy.write(actor.schoolId(), () -> kept(actor, r)));
            return reports;
        }
    }

    /** @throws RuleBroken {@code R-IMP-6} when the file went in before and the person has not said that it is meant to go in again */
    void requireNewOrMeant(ImportReport tried, boolean meant) {
        var earlier = earlier(tried.templates(), tried.sha256());
        if (earlier != null && !meant) throw RuleBroken.at("again", "R-IMP-6", "rule.imports.again", Shown.fullTime(earlier.at()), who(earlier));
    }

    private String who(ImportReport.Earlier earlier) {
        return earlier.by() == null ? messages.say("imports.somebody") : earlier.by();
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw RuleBroken.at("file", "R-IMP-5", "rule.imports.busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RuleBroken.at("file", "R-IMP-5", "rule.imports.busy");
        }
        try {
            return work.get();
        } catch (DataAccessException e) {
            // Another import holds the same names or numbers until it ends
            if (List.of("55P03", "57014", "40P01").contains(String.valueOf(e.sqlState()))) throw RuleBroken.at("file", "R-IMP-5", "rule.imports.busy");
            if (e.sqlState() != null && e.sqlState().startsWith(NO_SUCH_VALUE)) {
                LOG.info("a file holds what no record can: {}", e.getMessage());
                throw RuleBroken.at("file", "R-IMP-1", "rule.imports.no-such-value");
            }
            throw e;
        } finally {
            places.release();
        }
    }

    /** A ledger of the file, and what its template said of each row. */
    private record Taken(LedgerRows ledger, List<Outcome> outcomes) {}

    /** Ledger after ledger: what others refer to goes in first. */
    private static List<Taken> taken(Actor actor, Prepared prepared, Steps steps) {
        var taken = new ArrayList<Taken>();
        var before = 0;
        var total = prepared.reading().rows();
        for (var ledger : prepared.reading().ledgers()) {
            var rows = steps.heard(ledger.rows(), before, total);
            taken.add(new Taken(ledger, ledger.template().take(rows, ledger.notes(), actor, steps.of(before, total))));
            before += ledger.rows().size();
        }
        return taken;
    }

    private List<Judged> judged(Prepared prepared, List<Taken> taken) {
        return taken.stream().map(t -> new Judged(t.ledger(), t.outcomes(), prepared.reading(), messages)).toList();
    }

    /** Does it all, lets the constraints speak that wait for the commit, and takes it all back. */
    private List<Judged> undone(Actor actor, Prepared prepared, Steps steps) {
        try {
            tenancy.write(actor.schoolId(), () -> {
                db.execute(PATIENT);
                var judged = judged(prepared, taken(actor, prepared, steps));
                db.execute("set constraints all immediate");
                throw new Undo(judged);
            });
            throw new IllegalStateException("a dry run must end undone");
        } catch (Undo done) {
            return done.judged;
        }
    }

    private ImportReport report(Actor actor, Prepared prepared, List<Judged> judged, UUID runId, boolean dry) {
        var reading = prepared.reading();
        var sha256 = prepared.upload().original().sha256();
        var ledgers = judged.stream().map(Judged::ledger).toList();
        var counts = ledgers.stream().map(ImportReport.Ledger::counts).reduce(new Counts(0, 0, 0, 0, 0), Counts::plus);
        var findings = inOrder(reading, judged);
        var shown = findings.subList(0, Math.min(findings.size(), ImportReport.MOST_FINDINGS));
        var templates = ledgers.stream().map(ImportReport.Ledger::template).toList();
        var earlier = tenancy.<Optional<ImportReport.Earlier>>read(actor.schoolId(), () -> Optional.ofNullable(earlier(templates, sha256)));
        return new ImportReport(runId, prepared.upload().name(), sha256, dry, counts, ledgers, reading.sheets(), List.copyOf(shown), findings.size() - shown.size(), earlier.orElse(null));
    }

    private ImportReport kept(Actor actor, ImportReport report) {
        runs.save(actor, report, clock.instant());
        trail.write(actor, report.dry() ? "import-tried" : "imported", new WorkRef("imports.run", report.runId(), report.fileName()), null,
                Images.of(RUN, runs.row(report.runId())));
        return report;
    }

    private static List<Finding> inOrder(Reading reading, List<Judged> judged) {
        var order = new HashMap<String, Integer>();
        reading.sheets().forEach(s -> order.put(s.name(), order.size()));
        return judged.stream().flatMap(j -> j.findings().stream())
                .sorted(Comparator.comparing((Finding f) -> order.getOrDefault(f.sheet(), Integer.MAX_VALUE)).thenComparing(Finding::line)).toList();
    }

    private ImportReport.@Nullable Earlier earlier(List<String> templates, String sha256) {
        return runs.lastCommit(templates, sha256).map(r -> new ImportReport.Earlier(r.get(RUN.ID), r.get(RUN.AT),
                Optional.ofNullable(r.get(RUN.BY_ID)).flatMap(people::employee).map(e -> e.name()).orElse(null))).orElse(null);
    }

    /** The way out of a transaction that must leave nothing behind. */
    private static final class Undo extends RuntimeException {
        private final transient List<Judged> judged;

        Undo(List<Judged> judged) {
            super(null, null, false, false);
            this.judged = judged;
        }
    }
}
