package org.zongwu.engine.data;

import static zongwu.db.engine.Tables.SCHOOL;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Schools;

@Component
class SchoolDirectory implements Schools {
    private final DSLContext db;

    SchoolDirectory(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<School> all() {
        return db.selectFrom(SCHOOL).orderBy(SCHOOL.SCHOOL_ID).fetch(SchoolDirectory::school);
    }

    @Override
    public Optional<School> find(long schoolId) {
        return db.selectFrom(SCHOOL).where(SCHOOL.SCHOOL_ID.eq(schoolId)).fetchOptional(SchoolDirectory::school);
    }

    @Override
    public Optional<School> findByCode(String code) {
        return db.selectFrom(SCHOOL).where(SCHOOL.CODE.eq(code)).fetchOptional(SchoolDirectory::school);
    }

    @Override
    public School open(String code, String name, boolean demo) {
        var next = DSL.field(DSL.select(DSL.coalesce(DSL.max(SCHOOL.SCHOOL_ID), 0L).plus(1L)).from(SCHOOL));
        return db.insertInto(SCHOOL, SCHOOL.SCHOOL_ID, SCHOOL.CODE, SCHOOL.NAME, SCHOOL.DEMO)
                .select(DSL.select(next, DSL.val(code), DSL.val(name), DSL.val(demo)))
                .returning().fetchSingle(SchoolDirectory::school);
    }

    private static School school(Record r) {
        return new School(r.get(SCHOOL.SCHOOL_ID), r.get(SCHOOL.CODE), r.get(SCHOOL.NAME), r.get(SCHOOL.DEMO));
    }
}
