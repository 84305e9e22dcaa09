package org.zongwu.trail.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static zongwu.db.trail.Tables.RECORD;
import static zongwu.db.trail.Tables.SEALED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;

@Repository
class RecordRepository {
    static final Field<Instant> AT = field(name("step", "at"), RECORD.AT.getDataType());
    static final Field<LocalDate> DAY = field(name("step", "day"), LocalDate.class);
    static final Field<Long> SEQ = field(name("step", "seq"), Long.class);
    static final Field<String> ACTOR = field(name("step", "actor"), String.class);
    static final Field<String> ACTION = field(name("step", "action"), String.class);
    static final Field<String> TYPE = field(name("step", "type"), String.class);
    static final Field<UUID> OBJECT_ID = field(name("step", "object"), UUID.class);
    static final Field<String> NO = field(name("step", "no"), String.class);
    static final Field<String> REASON = field(name("step", "reason"), String.class);
    static final Field<Long> SEAL = field(name("step", "seal"), Long.class);
    /** So many names and actions to choose from; who needs another one types it. */
    private static final int CHOICES = 200;

    private final DSLContext db;
    private final Tenancy tenancy;

    RecordRepository(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    /** Every record of the school, without its images, with the seal that it stands in. */
    Table<?> rows() {
        var school = tenancy.current();
        return select(RECORD.SEQ.as("seq"), RECORD.AT.as("at"), field("({0} at time zone 'Asia/Shanghai')::date", LocalDate.class, RECORD.AT).as("day"),
                RECORD.ACTOR_NAME.as("actor"), RECORD.ACTION.as("action"), RECORD.OBJECT_TYPE.as("type"), RECORD.OBJECT_ID.as("object"),
                RECORD.OBJECT_NO.as("no"), RECORD.REASON.as("reason"), SEALED.N.as("seal"))
                .from(RECORD)
                .leftJoin(SEALED).on(SEALED.SCHOOL_ID.eq(school), SEALED.RECORD_ID.eq(RECORD.ID))
                .where(RECORD.SCHOOL_ID.eq(school)).asTable("step");
    }

    Map<String, String> actors() {
        return choices(RECORD.ACTOR_NAME, UnaryOperator.identity());
    }

    Map<String, String> actions(UnaryOperator<String> words) {
        return choices(RECORD.ACTION, words);
    }

    private Map<String, String> choices(Field<String> of, UnaryOperator<String> words) {
        var all = new LinkedHashMap<String, String>();
        db.selectDistinct(of).from(RECORD).where(RECORD.SCHOOL_ID.eq(tenancy.current()), of.isNotNull()).orderBy(of).limit(CHOICES)
                .forEach(r -> all.put(r.value1(), words.apply(r.value1())));
        return all;
    }
}
