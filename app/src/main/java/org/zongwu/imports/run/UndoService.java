package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.UNDONE;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;
import org.zongwu.web.NotFound;

/** Takes a whole import back, once, all or nothing: what depends on nothing goes first. */
@Service
class UndoService {
    private static final int SHORTEST_REASON = 5;

    private final Catalogue catalogue;
    private final SourceRows sources;
    private final DSLContext db;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    UndoService(Catalogue catalogue, SourceRows sources, DSLContext db, Trail trail, Tenancy tenancy, Clock clock) {
        this.catalogue = catalogue;
        this.sources = sources;
        this.db = db;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Optional<RunPage.Undone> of(UUID runId) {
        return db.select(UNDONE.AT, UNDONE.BY_NAME, UNDONE.REASON).from(UNDONE).where(UNDONE.SCHOOL_ID.eq(tenancy.current()), UNDONE.RUN_ID.eq(runId))
                .fetchOptional(r -> new RunPage.Undone(r.value1(), r.value2(), r.value3()));
    }

    /**
     * Joins the caller's transaction, which must end with this refusal.
     *
     * @throws StillUsed when something stands on what the run made
     * @throws RuleBroken {@code R-IMP-8} when it cannot be taken back, or was already
     */
    void undo(Actor actor, ImportReport report, String reason) {
        if (report.dry()) throw new NotFound();
        if (reason.strip().length() < SHORTEST_REASON) throw RuleBroken.at("reason", "R-IMP-8", "rule.imports.undo-reason", SHORTEST_REASON);
        var first = db.insertInto(UNDONE, UNDONE.SCHOOL_ID, UNDONE.RUN_ID, UNDONE.REASON, UNDONE.BY_ID, UNDONE.BY_NAME, UNDONE.AT)
                .values(tenancy.current(), report.runId(), reason.strip(), actor.employeeId(), actor.name(), clock.instant()).onConflictDoNothing().execute() == 1;
        if (!first) throw RuleBroken.at("reason", "R-IMP-8", "rule.imports.undone-already");
        var made = sources.made(report.runId());
        if (made.isEmpty()) throw RuleBroken.at("reason", "R-IMP-8", "rule.imports.nothing-to-undo");
        var templates = made.keySet().stream().map(id -> catalogue.find(actor, id).orElseThrow(NotFound::new))
                .sorted(Comparator.comparingInt(ImportTemplate::order).reversed()).toList();
        for (var template : templates) {
            var dependents = template.undo(made.get(template.id()), actor);
            if (!dependents.isEmpty()) throw new StillUsed(dependents);
        }
        trail.write(actor, "import-undone", new WorkRef("imports.run", report.runId(), report.fileName()), reason.strip(),
                Images.of(UNDONE, UNDONE.SCHOOL_ID.eq(tenancy.current()).and(UNDONE.RUN_ID.eq(report.runId()))));
    }
}
