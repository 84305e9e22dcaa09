package org.zongwu.stores.wait;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static zongwu.db.school.Tables.PERSON;
import static zongwu.db.stores.Tables.ISSUE;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Span;
import zongwu.db.stores.tables.Issue;

/** Issues by how long they were waited for, and by who took how much. */
@Repository
class Waits {
    private static final Issue RED = ISSUE.as("red");

    private final Tenancy tenancy;

    Waits(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Issues that somebody asked for and that stand; {@code hours} from the request to the posting, {@code in_time} 1 or 0. */
    Table<?> rows() {
        Field<BigDecimal> hours = field("round((extract(epoch from ({0} - {1})) / 3600)::numeric, 2)", BigDecimal.class, ISSUE.POSTED_AT, ISSUE.REQUESTED_AT);
        return select(ISSUE.ID, ISSUE.NO, ISSUE.BUSINESS_DATE.as("day"), PERSON.NAME.as("receiver"), PERSON.DEPARTMENT, WAREHOUSE.NAME.as("warehouse"), ISSUE.REQUESTED_AT, ISSUE.POSTED_AT,
                        ISSUE.PROMISED_HOURS, hours.as("hours"), when(hours.le(ISSUE.PROMISED_HOURS.cast(BigDecimal.class)), 1).otherwise(0).as("in_time"), DSL.inline(1).as("whole"))
                .from(ISSUE)
                .join(PERSON).on(PERSON.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), PERSON.ID.eq(ISSUE.RECEIVER_ID))
                .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), WAREHOUSE.ID.eq(ISSUE.WAREHOUSE_ID))
                .where(ISSUE.SCHOOL_ID.eq(tenancy.current()), ISSUE.REQUESTED_AT.isNotNull(), ISSUE.PROMISED_HOURS.isNotNull(), stands()).asTable("r");
    }

    /** Everybody who was in service at the end of the span, or took something in it, with what he took for himself: not for a class, not for a repair. */
    Table<?> consumption(Span span) {
        var school = tenancy.current();
        var taken = select(ISSUE.RECEIVER_ID, count().as("slips"), sum(ISSUE.AMOUNT).cast(Long.class).as("amount")).from(ISSUE)
                .where(ISSUE.SCHOOL_ID.eq(school), ISSUE.BUSINESS_DATE.between(span.from(), span.to()), ISSUE.CLASS_ID.isNull(), ISSUE.WORK_ID.isNull(), ISSUE.HANDOUT_ID.isNull(), stands())
                .groupBy(ISSUE.RECEIVER_ID).asTable("t");
        var amount = coalesce(taken.field("amount", Long.class), 0L);
        return select(PERSON.ID, PERSON.STAFF_NO, PERSON.NAME, PERSON.PINYIN, PERSON.DEPARTMENT, coalesce(taken.field("slips", Integer.class), 0).as("slips"), amount.as("amount"), amount.as("per_head"))
                .from(PERSON).leftJoin(taken).on(taken.field(ISSUE.RECEIVER_ID).eq(PERSON.ID))
                .where(PERSON.SCHOOL_ID.eq(school), PERSON.LEFT_ON.isNull().or(PERSON.LEFT_ON.gt(span.to())).or(taken.field(ISSUE.RECEIVER_ID).isNotNull())).asTable("r");
    }

    private static Condition stands() {
        return ISSUE.REVERSAL_OF.isNull().and(not(exists(selectOne().from(RED).where(RED.SCHOOL_ID.eq(ISSUE.SCHOOL_ID), RED.REVERSAL_OF.eq(ISSUE.ID)))));
    }
}
