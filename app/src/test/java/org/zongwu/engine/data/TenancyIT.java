package org.zongwu.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.engine.Tables.IDEMPOTENCY;
import static zongwu.db.engine.Tables.SERIES;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;

@Office
class TenancyIT {
    @Autowired
    Schools schools;

    @Autowired
    Tenancy tenancy;

    @Autowired
    DSLContext db;

    private long here;
    private long there;

    @BeforeEach
    void twoSchoolsWithOneRowEach() {
        here = open();
        there = open();
    }

    private long open() {
        var school = schools.open("t-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false).id();
        tenancy.write(school, () -> {
            db.insertInto(SERIES, SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD, SERIES.LAST).values(school, "T", "2026", 7L).execute();
        });
        return school;
    }

    @Test
    void a_statement_without_a_condition_sees_the_rows_of_its_own_school_only() {
        var seen = tenancy.read(here, () -> db.selectDistinct(SERIES.SCHOOL_ID).from(SERIES).fetch(SERIES.SCHOOL_ID));
        assertThat(seen).containsExactly(here);
    }

    @Test
    void rows_of_another_school_can_neither_be_changed_nor_added() {
        var changed = tenancy.<Integer>write(here, () -> db.update(SERIES).set(SERIES.LAST, 99L).where(SERIES.SCHOOL_ID.eq(there)).execute());
        assertThat(changed).isZero();
        assertThatThrownBy(() -> tenancy.write(here, () -> {
            db.insertInto(SERIES, SERIES.SCHOOL_ID, SERIES.SERIES_, SERIES.PERIOD, SERIES.LAST).values(there, "X", "2026", 1L).execute();
        })).hasMessageContaining("row-level security");
    }

    @Test
    void without_a_school_there_is_nothing_to_see() {
        assertThat(db.fetchCount(SERIES)).isZero();
    }

    @Test
    void a_posted_row_can_neither_be_changed_nor_deleted() {
        tenancy.write(here, () -> {
            db.insertInto(IDEMPOTENCY, IDEMPOTENCY.SCHOOL_ID, IDEMPOTENCY.ACTOR_ID, IDEMPOTENCY.KEY, IDEMPOTENCY.BODY_HASH, IDEMPOTENCY.LOCATION)
                    .values(here, UUID.randomUUID(), UUID.randomUUID(), new byte[32], "/").execute();
        });
        assertThatThrownBy(() -> tenancy.write(here, () -> {
            db.update(IDEMPOTENCY).set(IDEMPOTENCY.LOCATION, "/elsewhere").where(IDEMPOTENCY.SCHOOL_ID.eq(here)).execute();
        })).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tenancy.write(here, () -> {
            db.deleteFrom(IDEMPOTENCY).where(IDEMPOTENCY.SCHOOL_ID.eq(here)).execute();
        })).hasMessageContaining("permission denied");
    }

    @Test
    void a_transaction_belongs_to_one_school() {
        assertThatThrownBy(() -> tenancy.write(here, () -> tenancy.read(there, () -> 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reading_changes_nothing() {
        assertThatThrownBy(() -> tenancy.read(here, () -> db.update(SERIES).set(SERIES.LAST, 8L).where(SERIES.SCHOOL_ID.eq(here)).execute()))
                .hasMessageContaining("read-only");
    }
}
