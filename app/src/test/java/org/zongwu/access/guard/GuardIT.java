package org.zongwu.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.access.Tables.LOCK;

import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.TestClock;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;

@Office
class GuardIT {
    @Autowired Guard guard;
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired DSLContext db;
    @Autowired TestClock clock;

    private long school;

    @BeforeEach
    void aSchool() {
        school = schools.open("g-" + UUID.randomUUID().toString().substring(0, 20), "试验学校", false).id();
    }

    @AfterEach
    void giveTheTimeBack() {
        clock.reset();
    }

    @Test
    void the_tenth_guess_locks_and_says_so() {
        for (var i = 1; i <= 10; i++) assertThat(guard.take(school, "zhang", "10.0.0." + i).last()).isEqualTo(i == 10);
        assertThatThrownBy(() -> guard.take(school, "zhang", "10.0.0.11")).hasMessageContaining("R-ACC-LOCK").hasMessageContaining("[10, 15]");
    }

    @Test
    void a_guess_that_was_not_looked_at_counts_for_nothing_and_unlocks() {
        for (var round = 0; round < 3; round++) {
            for (var i = 1; i <= 9; i++) guard.take(school, "zhang", "10.0.0." + i);
            guard.giveBack(guard.take(school, "zhang", "10.0.0.10"));
            var tenth = guard.take(school, "zhang", "10.0.0.10");
            assertThat(tenth.last()).isTrue();
            guard.forgive(tenth);
        }
    }

    @Test
    void the_budget_of_a_network_slides() {
        for (var i = 0; i < 30; i++) guard.take(school, "a" + i, "10.9.9.9");
        clock.advance(Duration.ofMinutes(10));
        for (var i = 0; i < 30; i++) guard.take(school, "b" + i, "10.9.9.9");
        assertThatThrownBy(() -> guard.take(school, "c", "10.9.9.9")).hasMessageContaining("R-ACC-NET");
        clock.advance(Duration.ofMinutes(10));
        for (var i = 0; i < 30; i++) guard.take(school, "d" + i, "10.9.9.9");
        assertThatThrownBy(() -> guard.take(school, "e", "10.9.9.9")).hasMessageContaining("R-ACC-NET");
    }

    @Test
    void a_guess_refused_for_its_network_costs_the_name_nothing() {
        for (var i = 0; i < 60; i++) guard.take(school, "a" + i, "10.9.9.9");
        for (var i = 0; i < 20; i++) assertThatThrownBy(() -> guard.take(school, "zhang", "10.9.9.9")).hasMessageContaining("R-ACC-NET");
        assertThatCode(() -> guard.take(school, "zhang", "10.9.9.8")).doesNotThrowAnyException();
    }

    @Test
    void schools_do_not_share_their_locks() {
        var other = schools.open("g-" + UUID.randomUUID().toString().substring(0, 20), "另一所", false).id();
        for (var i = 1; i <= 10; i++) guard.take(school, "zhang", "10.0.0.1");
        assertThatCode(() -> guard.take(other, "zhang", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void what_was_typed_as_a_name_is_not_readable_in_the_database() {
        guard.take(school, "my secret password", "10.0.0.1");
        var stored = tenancy.read(school, () -> db.selectFrom(LOCK).where(LOCK.SCHOOL_ID.eq(school)).fetchSingle().formatJSON());
        assertThat(stored).doesNotContain("secret");
    }
}
