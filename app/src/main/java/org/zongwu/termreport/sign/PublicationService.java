package org.zongwu.termreport.sign;

import static org.jooq.impl.DSL.any;
import static zongwu.db.termreport.Tables.PUBLICATION;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.zongwu.approvals.Approvals;
import org.zongwu.approvals.CourseState;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.termreport.summary.Summary;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** Sends versions on their way and publishes what has all its stamps. Within a transaction of the school. */
@Service
class PublicationService {
    private final Approvals approvals;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    PublicationService(Approvals approvals, DSLContext db, Tenancy tenancy, Trail trail, Clock clock) {
        this.approvals = approvals;
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws RuleBroken {@code R-SUM-9} when a newer version has been written */
    void submit(Actor actor, Summary summary, boolean newest) {
        if (!newest) throw new RuleBroken("R-SUM-9", "rule.termreport.submit-older", summary.head().version());
        approvals.submit(actor, SummaryApproval.KIND, summary.head().id());
    }

    /** @throws RuleBroken {@code R-SUM-9} when it has not all its stamps, or is published already */
    void publish(Actor actor, Summary summary) {
        var head = summary.head();
        var state = approvals.standing(SummaryApproval.KIND, head.id()).map(Approvals.Standing::state);
        if (state.filter(s -> s == CourseState.APPROVED).isEmpty()) throw new RuleBroken("R-SUM-9", "rule.termreport.not-approved", head.version());
        var id = Ids.next();
        var added = db.insertInto(PUBLICATION).set(PUBLICATION.SCHOOL_ID, tenancy.current()).set(PUBLICATION.ID, id).set(PUBLICATION.SUMMARY_ID, head.id())
                .set(PUBLICATION.PUBLISHED_BY, actor.employeeId()).set(PUBLICATION.PUBLISHED_BY_NAME, actor.name()).set(PUBLICATION.PUBLISHED_AT, clock.instant())
                .onConflictDoNothing().execute();
        if (added == 0) throw new RuleBroken("R-SUM-9", "rule.termreport.published-already", head.version());
        trail.write(actor, "summary-published", head.ref(), null, Images.of(PUBLICATION, PUBLICATION.SCHOOL_ID.eq(tenancy.current()).and(PUBLICATION.ID.eq(id))));
    }

    Optional<Publication> of(UUID summaryId) {
        return db.selectFrom(PUBLICATION).where(PUBLICATION.SCHOOL_ID.eq(tenancy.current()), PUBLICATION.SUMMARY_ID.eq(summaryId))
                .fetchOptional(r -> new Publication(r.getPublishedByName(), r.getPublishedAt()));
    }

    /** Those of them that are published. */
    List<UUID> among(List<UUID> summaryIds) {
        return db.select(PUBLICATION.SUMMARY_ID).from(PUBLICATION).where(PUBLICATION.SCHOOL_ID.eq(tenancy.current()), PUBLICATION.SUMMARY_ID.eq(any(summaryIds.toArray(UUID[]::new))))
                .fetch(PUBLICATION.SUMMARY_ID);
    }

    record Publication(String by, Instant at) {}
}
