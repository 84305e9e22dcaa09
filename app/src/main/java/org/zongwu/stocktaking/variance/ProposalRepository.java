package org.zongwu.stocktaking.variance;

import static org.jooq.impl.DSL.select;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stocktaking.Tables.CAMPAIGN;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.TAKEN;
import static zongwu.db.stocktaking.Tables.VARIANCE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import zongwu.db.school.tables.Person;

/** What is proposed, returned and approved. */
@Repository
class ProposalRepository {
    private static final Person PREPARER = PERSON.as("preparer");
    private static final Person DECIDER = PERSON.as("decider");

    private final DSLContext db;
    private final Tenancy tenancy;

    ProposalRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(UUID id, UUID sheetId, int lines, UUID by, Instant at) {
        db.insertInto(VARIANCE).set(VARIANCE.SCHOOL_ID, tenancy.current()).set(VARIANCE.ID, id).set(VARIANCE.SHEET_ID, sheetId).set(VARIANCE.STATE, Proposal.PREPARED).set(VARIANCE.LINES, lines)
                .set(VARIANCE.PREPARED_BY, by).set(VARIANCE.PREPARED_AT, at).execute();
    }

    void decide(UUID id, String state, UUID by, Instant at, @Nullable String words, @Nullable WorkRef document) {
        db.update(VARIANCE).set(VARIANCE.STATE, state).set(VARIANCE.DECIDED_BY, by).set(VARIANCE.DECIDED_AT, at).set(VARIANCE.WORDS, words)
                .set(VARIANCE.DOCUMENT_TYPE, document == null ? null : document.type()).set(VARIANCE.DOCUMENT_NO, document == null ? null : document.no()).where(variance(id)).execute();
    }

    Optional<Proposal> find(UUID id) {
        return db.select(VARIANCE.asterisk(), PLACE.CAMPAIGN_ID, PREPARER.NAME, DECIDER.NAME).from(VARIANCE)
                .join(PLACE).on(PLACE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PLACE.ID.eq(VARIANCE.SHEET_ID))
                .join(PREPARER).on(PREPARER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PREPARER.ID.eq(VARIANCE.PREPARED_BY))
                .leftJoin(DECIDER).on(DECIDER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), DECIDER.ID.eq(VARIANCE.DECIDED_BY))
                .where(variance(id)).fetchOptional(ProposalRepository::proposal);
    }

    List<UUID> waiting(UUID campaignId) {
        return db.select(VARIANCE.ID).from(VARIANCE).join(PLACE).on(PLACE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PLACE.ID.eq(VARIANCE.SHEET_ID))
                .where(VARIANCE.SCHOOL_ID.eq(tenancy.current()), PLACE.CAMPAIGN_ID.eq(campaignId), VARIANCE.STATE.eq(Proposal.PREPARED)).orderBy(PLACE.LINE_NO).fetch(VARIANCE.ID);
    }

    boolean hasCounted(UUID campaignId, UUID personId) {
        return db.fetchExists(select(TAKEN.ID).from(TAKEN).join(LINE).on(LINE.SCHOOL_ID.eq(TAKEN.SCHOOL_ID), LINE.ID.eq(TAKEN.LINE_ID)).join(PLACE).on(PLACE.SCHOOL_ID.eq(LINE.SCHOOL_ID), PLACE.ID.eq(LINE.SHEET_ID))
                .where(TAKEN.SCHOOL_ID.eq(tenancy.current()), PLACE.CAMPAIGN_ID.eq(campaignId), TAKEN.PERSON_ID.eq(personId)));
    }

    /** The register, newest first. */
    Table<?> rows() {
        return select(VARIANCE.ID, CAMPAIGN.ID.as("campaign_id"), CAMPAIGN.NO.as("no"), CAMPAIGN.NAME.as("campaign"), PLACE.NAME.as("place"), VARIANCE.LINES, VARIANCE.STATE, PREPARER.NAME.as("prepared_by"),
                        DSL.cast(VARIANCE.PREPARED_AT, java.time.LocalDate.class).as("day"), DECIDER.NAME.as("decided_by"), VARIANCE.DOCUMENT_NO.as("document"))
                .from(VARIANCE).join(PLACE).on(PLACE.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PLACE.ID.eq(VARIANCE.SHEET_ID)).join(CAMPAIGN).on(CAMPAIGN.SCHOOL_ID.eq(PLACE.SCHOOL_ID), CAMPAIGN.ID.eq(PLACE.CAMPAIGN_ID))
                .join(PREPARER).on(PREPARER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), PREPARER.ID.eq(VARIANCE.PREPARED_BY))
                .leftJoin(DECIDER).on(DECIDER.SCHOOL_ID.eq(VARIANCE.SCHOOL_ID), DECIDER.ID.eq(VARIANCE.DECIDED_BY))
                .where(VARIANCE.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    Images images(UUID id) {
        return Images.of(VARIANCE, variance(id));
    }

    private static Proposal proposal(Record r) {
        return new Proposal(r.get(VARIANCE.ID), r.get(PLACE.CAMPAIGN_ID), r.get(VARIANCE.SHEET_ID), r.get(VARIANCE.STATE), r.get(VARIANCE.LINES), r.get(VARIANCE.PREPARED_BY), r.get(PREPARER.NAME),
                r.get(VARIANCE.PREPARED_AT), r.get(DECIDER.NAME), r.get(VARIANCE.DECIDED_AT), r.get(VARIANCE.WORDS), r.get(VARIANCE.DOCUMENT_TYPE), r.get(VARIANCE.DOCUMENT_NO));
    }

    private Condition variance(UUID id) {
        return VARIANCE.SCHOOL_ID.eq(tenancy.current()).and(VARIANCE.ID.eq(id));
    }
}
