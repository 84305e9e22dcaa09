package org.zongwu.parties.party;

import static org.jooq.impl.DSL.escape;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static zongwu.db.parties.Tables.ALIAS;
import static zongwu.db.parties.Tables.PARTY;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Grade;
import org.zongwu.parties.Parties.Party;
import org.zongwu.school.Pinyin;
import org.zongwu.trail.Images;

@Repository
class PartyRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    PartyRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** What is written down of a party besides its code. */
    record Details(String name, @Nullable String contact, @Nullable String phone, @Nullable String business) {}

    /** A party with what tells whether another is the same. */
    record Known(Party party, @Nullable String contact, @Nullable String phone, @Nullable String business) {}

    Optional<Party> find(UUID id) {
        return parties(PARTY.ID.eq(id)).stream().findFirst();
    }

    Optional<Party> called(String text) {
        var alias = exists(selectOne().from(ALIAS).where(ALIAS.SCHOOL_ID.eq(PARTY.SCHOOL_ID), ALIAS.PARTY_ID.eq(PARTY.ID), ALIAS.NAME.eq(text)));
        return parties(PARTY.NAME.eq(text).or(PARTY.CODE.equalIgnoreCase(text)).or(alias)).stream().findFirst();
    }

    Optional<Party> byCode(String code) {
        return parties(PARTY.CODE.eq(code)).stream().findFirst();
    }

    List<Party> search(String words, int limit) {
        var typed = words.toLowerCase();
        var initials = PARTY.PINYIN.startsWith(typed).or(PARTY.PINYIN.contains(" " + typed));
        var code = PARTY.CODE.likeIgnoreCase("%" + escape(words, '!') + "%", '!');
        var alias = exists(selectOne().from(ALIAS).where(ALIAS.SCHOOL_ID.eq(PARTY.SCHOOL_ID), ALIAS.PARTY_ID.eq(PARTY.ID), ALIAS.NAME.contains(words)));
        var rank = when(PARTY.CODE.equalIgnoreCase(words), inline(0)).when(PARTY.NAME.eq(words), inline(1)).when(PARTY.NAME.startsWith(words), inline(2))
                .when(PARTY.NAME.contains(words), inline(3)).otherwise(inline(4));
        return db.select(PARTY.ID, PARTY.CODE, PARTY.NAME, PARTY.ACTIVE).from(PARTY)
                .where(PARTY.SCHOOL_ID.eq(tenancy.current()), PARTY.ACTIVE.isTrue(), PARTY.NAME.contains(words).or(code).or(initials).or(alias))
                .orderBy(rank, PARTY.CODE).limit(limit).fetch(PartyRepository::party);
    }

    List<Known> all() {
        return known(PARTY.CODE.isNotNull());
    }

    Optional<Known> known(UUID id) {
        return known(PARTY.ID.eq(id)).stream().findFirst();
    }

    private List<Known> known(Condition which) {
        return db.select(PARTY.ID, PARTY.CODE, PARTY.NAME, PARTY.ACTIVE, PARTY.CONTACT, PARTY.PHONE, PARTY.BUSINESS).from(PARTY)
                .where(PARTY.SCHOOL_ID.eq(tenancy.current()), which).orderBy(PARTY.CODE)
                .fetch(r -> new Known(party(r), r.get(PARTY.CONTACT), r.get(PARTY.PHONE), r.get(PARTY.BUSINESS)));
    }

    void insert(UUID id, String code, Details d, Grade grade) {
        db.insertInto(PARTY)
                .set(PARTY.SCHOOL_ID, tenancy.current()).set(PARTY.ID, id).set(PARTY.CODE, code).set(PARTY.NAME, d.name()).set(PARTY.PINYIN, Pinyin.index(d.name()))
                .set(PARTY.CONTACT, d.contact()).set(PARTY.PHONE, d.phone()).set(PARTY.BUSINESS, d.business()).set(PARTY.GRADE, grade.name()).execute();
    }

    /** The other names of parties that go. */
    void forgetNames(List<UUID> ids) {
        db.deleteFrom(ALIAS).where(ALIAS.SCHOOL_ID.eq(tenancy.current()), ALIAS.PARTY_ID.in(ids)).execute();
    }

    void change(UUID id, Details d, boolean active) {
        db.update(PARTY).set(PARTY.NAME, d.name()).set(PARTY.PINYIN, Pinyin.index(d.name())).set(PARTY.CONTACT, d.contact()).set(PARTY.PHONE, d.phone())
                .set(PARTY.BUSINESS, d.business()).set(PARTY.ACTIVE, active).where(PARTY.SCHOOL_ID.eq(tenancy.current()), PARTY.ID.eq(id)).execute();
    }

    boolean insertAlias(UUID id, String alias) {
        return db.insertInto(ALIAS).columns(ALIAS.SCHOOL_ID, ALIAS.NAME, ALIAS.PARTY_ID).values(tenancy.current(), alias, id).onConflictDoNothing().execute() == 1;
    }

    List<String> aliases(UUID id) {
        return db.select(ALIAS.NAME).from(ALIAS).where(ALIAS.SCHOOL_ID.eq(tenancy.current()), ALIAS.PARTY_ID.eq(id)).orderBy(ALIAS.NAME).fetch(ALIAS.NAME);
    }

    void lock(UUID id) {
        db.select(PARTY.ID).from(PARTY).where(PARTY.SCHOOL_ID.eq(tenancy.current()), PARTY.ID.eq(id)).forNoKeyUpdate().fetch();
    }

    Images images(UUID id) {
        return Images.of(PARTY, PARTY.SCHOOL_ID.eq(tenancy.current()).and(PARTY.ID.eq(id)))
                .and(ALIAS, ALIAS.SCHOOL_ID.eq(tenancy.current()).and(ALIAS.PARTY_ID.eq(id)));
    }

    private List<Party> parties(Condition which) {
        return db.select(PARTY.ID, PARTY.CODE, PARTY.NAME, PARTY.ACTIVE).from(PARTY).where(PARTY.SCHOOL_ID.eq(tenancy.current()), which).fetch(PartyRepository::party);
    }

    private static Party party(Record r) {
        return new Party(r.get(PARTY.ID), r.get(PARTY.CODE), r.get(PARTY.NAME), r.get(PARTY.ACTIVE));
    }
}
