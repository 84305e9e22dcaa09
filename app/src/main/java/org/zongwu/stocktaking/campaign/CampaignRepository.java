package org.zongwu.stocktaking.campaign;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stocktaking.Tables.CAMPAIGN;
import static zongwu.db.stocktaking.Tables.COUNTER;
import static zongwu.db.stocktaking.Tables.LINE;
import static zongwu.db.stocktaking.Tables.PLACE;
import static zongwu.db.stocktaking.Tables.VARIANCE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Countable.Place;
import org.zongwu.kernel.Countable.Thing;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.trail.Images;

/** Campaigns, their places and counters, and the lists as they were frozen. */
@Repository
class CampaignRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    CampaignRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    void insert(Campaign c) {
        var school = tenancy.current();
        db.insertInto(CAMPAIGN).set(CAMPAIGN.SCHOOL_ID, school).set(CAMPAIGN.ID, c.id()).set(CAMPAIGN.NO, c.no()).set(CAMPAIGN.NAME, c.name())
                .set(CAMPAIGN.RECOUNT, c.recount().name()).set(CAMPAIGN.PLANNED_ON, c.plannedOn()).set(CAMPAIGN.STATE, c.state().name()).set(CAMPAIGN.VERSION, c.version())
                .set(CAMPAIGN.GRADE, c.grade().name()).set(CAMPAIGN.MADE_BY, c.madeBy()).set(CAMPAIGN.MADE_AT, c.madeAt()).set(CAMPAIGN.FROZEN_AT, c.frozenAt()).execute();
        var n = 0;
        for (var s : c.sheets()) {
            db.insertInto(PLACE).set(PLACE.SCHOOL_ID, school).set(PLACE.ID, s.id()).set(PLACE.CAMPAIGN_ID, c.id()).set(PLACE.KIND, s.kind()).set(PLACE.PLACE_ID, s.placeId())
                    .set(PLACE.NAME, s.name()).set(PLACE.KEEPER_ID, s.keeperId()).set(PLACE.KEEPER, s.keeper()).set(PLACE.LINE_NO, ++n).set(PLACE.OPEN, false).execute();
            for (var person : s.counters()) insertCounter(s.id(), person);
        }
    }

    boolean insertCounter(UUID sheetId, Sheet.Counter person) {
        return db.insertInto(COUNTER).set(COUNTER.SCHOOL_ID, tenancy.current()).set(COUNTER.ID, Ids.next()).set(COUNTER.SHEET_ID, sheetId)
                .set(COUNTER.PERSON_ID, person.personId()).set(COUNTER.ROUND, person.round()).onConflictDoNothing().execute() == 1;
    }

    void update(Campaign c) {
        db.update(CAMPAIGN).set(CAMPAIGN.NO, c.no()).set(CAMPAIGN.STATE, c.state().name()).set(CAMPAIGN.VERSION, c.version()).set(CAMPAIGN.FROZEN_AT, c.frozenAt())
                .set(CAMPAIGN.CLOSED_AT, c.closedAt()).where(campaign(c.id())).execute();
        db.update(PLACE).set(PLACE.OPEN, c.state().isRunning() && c.grade() == Grade.WORKED).where(places(c.id())).execute();
    }

    /** Who answers for the place on the day it is frozen, and what its list holds. */
    void freeze(UUID sheetId, Place place, List<Thing> things) {
        db.update(PLACE).set(PLACE.NAME, place.name()).set(PLACE.KEEPER_ID, place.keeperId()).set(PLACE.KEEPER, place.keeper())
                .where(PLACE.SCHOOL_ID.eq(tenancy.current()), PLACE.ID.eq(sheetId)).execute();
        insertLines(sheetId, 0, things, false);
    }

    List<UUID> insertLines(UUID sheetId, int after, List<Thing> things, boolean found) {
        var school = tenancy.current();
        var ids = new java.util.ArrayList<UUID>();
        var n = after;
        for (var from = 0; from < things.size(); from += 1000) {
            var insert = db.insertInto(LINE, LINE.SCHOOL_ID, LINE.ID, LINE.SHEET_ID, LINE.LINE_NO, LINE.THING_ID, LINE.CODE, LINE.TITLE, LINE.AREA, LINE.UNIT, LINE.CODES, LINE.BOOK,
                    LINE.FOUND, LINE.STATE);
            for (var t : things.subList(from, Math.min(from + 1000, things.size()))) {
                ids.add(Ids.next());
                insert = insert.values(school, ids.getLast(), sheetId, ++n, t.id(), t.code(), t.title(), t.area(), t.unit(), t.codes().toArray(String[]::new), t.book().value(), found, "OPEN");
            }
            insert.execute();
        }
        return ids;
    }

    /** The last number on the list, which is locked until the transaction ends. */
    int lastLine(UUID sheetId) {
        db.select(PLACE.ID).from(PLACE).where(PLACE.SCHOOL_ID.eq(tenancy.current()), PLACE.ID.eq(sheetId)).forUpdate().fetch();
        return db.select(coalesce(DSL.max(LINE.LINE_NO), 0)).from(LINE).where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.SHEET_ID.eq(sheetId)).fetchSingle().value1();
    }

    boolean isOnList(UUID sheetId, UUID thingId) {
        return db.fetchExists(DSL.selectOne().from(LINE).where(LINE.SCHOOL_ID.eq(tenancy.current()), LINE.SHEET_ID.eq(sheetId), LINE.THING_ID.eq(thingId)));
    }

    Optional<Campaign> find(UUID id) {
        return db.selectFrom(CAMPAIGN).where(campaign(id)).fetchOptional(r -> campaign(r));
    }

    /** The campaign, which nobody else leads on until the transaction ends. */
    Optional<Campaign> lock(UUID id) {
        return db.selectFrom(CAMPAIGN).where(campaign(id)).forUpdate().fetchOptional(r -> campaign(r));
    }

    /** The campaign as it stays until the transaction ends, together with others who hold it so. */
    Optional<Campaign> hold(UUID id) {
        return db.selectFrom(CAMPAIGN).where(campaign(id)).forShare().fetchOptional(r -> campaign(r));
    }

    Optional<UUID> idOf(String no) {
        return db.select(CAMPAIGN.ID).from(CAMPAIGN).where(CAMPAIGN.SCHOOL_ID.eq(tenancy.current()), CAMPAIGN.NO.eq(no)).fetchOptional(Record1::value1);
    }

    List<Campaign> running() {
        return db.selectFrom(CAMPAIGN).where(CAMPAIGN.SCHOOL_ID.eq(tenancy.current()), CAMPAIGN.STATE.notIn("CLOSED", "CANCELLED")).orderBy(CAMPAIGN.PLANNED_ON, CAMPAIGN.ID).fetch(r -> campaign(r));
    }

    /** By list. */
    Map<UUID, Progress> progress(UUID campaignId) {
        var school = tenancy.current();
        var waiting = field(selectCount().from(VARIANCE).where(VARIANCE.SCHOOL_ID.eq(PLACE.SCHOOL_ID), VARIANCE.SHEET_ID.eq(PLACE.ID), VARIANCE.STATE.eq("PREPARED")));
        var all = new LinkedHashMap<UUID, Progress>();
        db.select(PLACE.ID, count(LINE.ID), is("OPEN"), is("ONCE"), count().filterWhere(LINE.STATE.eq("DISPUTED").or(LINE.AGAIN.isTrue())), is("MATCHED"), is("DIFFERS"),
                        count().filterWhere(LINE.STATE.eq("DIFFERS").and(LINE.REASON.isNull())), count().filterWhere(LINE.STATE.eq("DIFFERS").and(LINE.VARIANCE_ID.isNull())), waiting)
                .from(PLACE).leftJoin(LINE).on(LINE.SCHOOL_ID.eq(PLACE.SCHOOL_ID), LINE.SHEET_ID.eq(PLACE.ID))
                .where(PLACE.SCHOOL_ID.eq(school), PLACE.CAMPAIGN_ID.eq(campaignId)).groupBy(PLACE.SCHOOL_ID, PLACE.ID, PLACE.LINE_NO).orderBy(PLACE.LINE_NO)
                .forEach(r -> all.put(r.value1(), new Progress(r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7(), r.value8(), r.value9(), r.value10())));
        return all;
    }

    private static org.jooq.Field<Integer> is(String state) {
        return count().filterWhere(LINE.STATE.eq(state));
    }

    /** The register of campaigns, each with how its lines stand. */
    Table<?> rows() {
        var lines = select(PLACE.CAMPAIGN_ID, DSL.listAgg(PLACE.NAME, "、").withinGroupOrderBy(PLACE.LINE_NO).as("names")).from(PLACE)
                .where(PLACE.SCHOOL_ID.eq(tenancy.current())).groupBy(PLACE.CAMPAIGN_ID).asTable("p");
        var sums = select(PLACE.CAMPAIGN_ID, count().as("lines"), count().filterWhere(LINE.STATE.ne("OPEN")).as("counted"), is("MATCHED").as("matched"), is("DIFFERS").as("differing"))
                .from(PLACE).join(LINE).on(LINE.SCHOOL_ID.eq(PLACE.SCHOOL_ID), LINE.SHEET_ID.eq(PLACE.ID)).where(PLACE.SCHOOL_ID.eq(tenancy.current())).groupBy(PLACE.CAMPAIGN_ID).asTable("l");
        var blind = CAMPAIGN.STATE.in("PLANNED", "FROZEN", "COUNTING", "SECOND_COUNT");
        return select(CAMPAIGN.ID, CAMPAIGN.NO, CAMPAIGN.NAME, CAMPAIGN.PLANNED_ON.as("day"), CAMPAIGN.STATE, CAMPAIGN.RECOUNT, CAMPAIGN.GRADE, lines.field("names", String.class).as("places"),
                        coalesce(sums.field("lines", Integer.class), 0).as("lines"), coalesce(sums.field("counted", Integer.class), 0).as("counted"),
                        DSL.when(blind, DSL.castNull(Integer.class)).otherwise(coalesce(sums.field("matched", Integer.class), 0)).as("matched"),
                        DSL.when(blind, DSL.castNull(Integer.class)).otherwise(coalesce(sums.field("differing", Integer.class), 0)).as("differing"),
                        field(CAMPAIGN.STATE.notIn("CLOSED", "CANCELLED")).as("open"))
                .from(CAMPAIGN).leftJoin(lines).on(lines.field(PLACE.CAMPAIGN_ID).eq(CAMPAIGN.ID)).leftJoin(sums).on(sums.field(PLACE.CAMPAIGN_ID).eq(CAMPAIGN.ID))
                .where(CAMPAIGN.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    Images images(UUID id) {
        var school = tenancy.current();
        return Images.of(CAMPAIGN, campaign(id)).and(PLACE, places(id)).and(COUNTER, COUNTER.SCHOOL_ID.eq(school).and(COUNTER.SHEET_ID.in(select(PLACE.ID).from(PLACE).where(places(id)))));
    }

    Images lineImages(UUID campaignId) {
        return Images.of(LINE, LINE.SCHOOL_ID.eq(tenancy.current()).and(LINE.SHEET_ID.in(select(PLACE.ID).from(PLACE).where(places(campaignId)))));
    }

    Images images(List<UUID> lines) {
        return Images.of(LINE, LINE.SCHOOL_ID.eq(tenancy.current()).and(LINE.ID.in(lines)));
    }

    private Campaign campaign(zongwu.db.stocktaking.tables.records.CampaignRecord r) {
        return new Campaign(r.getId(), r.getNo(), r.getName(), Recount.valueOf(r.getRecount()), r.getPlannedOn(), CampaignState.valueOf(r.getState()), r.getVersion(), Grade.valueOf(r.getGrade()),
                r.getMadeBy(), r.getMadeAt(), r.getFrozenAt(), r.getClosedAt(), sheets(r.getId()));
    }

    private List<Sheet> sheets(UUID campaignId) {
        var counters = db.select(COUNTER.SHEET_ID, COUNTER.PERSON_ID, PERSON.NAME, COUNTER.ROUND).from(COUNTER)
                .join(PLACE).on(PLACE.SCHOOL_ID.eq(COUNTER.SCHOOL_ID), PLACE.ID.eq(COUNTER.SHEET_ID))
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(COUNTER.SCHOOL_ID), PERSON.ID.eq(COUNTER.PERSON_ID))
                .where(places(campaignId)).orderBy(COUNTER.ID).fetchGroups(COUNTER.SHEET_ID, r -> new Sheet.Counter(r.value2(), r.value3(), r.value4()));
        return db.selectFrom(PLACE).where(places(campaignId)).orderBy(PLACE.LINE_NO).fetch(p -> new Sheet(p.getId(), p.getKind(), p.getPlaceId(), p.getName(), p.getKeeperId(), p.getKeeper(),
                counters.getOrDefault(p.getId(), List.of())));
    }

    private Condition campaign(UUID id) {
        return CAMPAIGN.SCHOOL_ID.eq(tenancy.current()).and(CAMPAIGN.ID.eq(id));
    }

    private Condition places(UUID campaignId) {
        return PLACE.SCHOOL_ID.eq(tenancy.current()).and(PLACE.CAMPAIGN_ID.eq(campaignId));
    }
}
