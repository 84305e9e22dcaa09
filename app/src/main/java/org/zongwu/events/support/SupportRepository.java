package org.zongwu.events.support;

import static zongwu.db.events.Tables.SUPPORT;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.events.support.Support.Hours;
import org.zongwu.events.support.Support.Taken;

/** Which places are given away. */
@Repository
class SupportRepository {
    private final DSLContext db;
    private final Tenancy tenancy;

    SupportRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Events of these days that are not void. */
    List<Taken> taken(LocalDate from, LocalDate to) {
        return db.select(SUPPORT.ID, SUPPORT.NAME, SUPPORT.PLACE, SUPPORT.STARTS_AT, SUPPORT.ENDS_AT).from(SUPPORT)
                .where(SUPPORT.SCHOOL_ID.eq(tenancy.current()), SUPPORT.VOIDED_AT.isNull(), SUPPORT.DAY.between(from, to))
                .fetch(r -> new Taken(r.value1(), r.value2(), r.value3(), new Hours(r.value4(), r.value5())));
    }
}
