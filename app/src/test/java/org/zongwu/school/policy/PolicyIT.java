package org.zongwu.school.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Opened;
import org.zongwu.school.Policies;
import org.zongwu.school.SetUp;

@Office
class PolicyIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired Policies policies;

    @Test
    void a_new_value_holds_from_its_day_and_the_old_one_before() {
        var school = Opened.school(schools, tenancy, setUp);
        policies.set(school.actor(Duty.GA_DIRECTOR), "log.retention.months", "60", LocalDate.of(2026, 12, 1), "校务会纪要");
        assertThat(school.read(() -> policies.value("log.retention.months", LocalDate.of(2026, 11, 30)))).hasValue("36");
        assertThat(school.read(() -> policies.value("log.retention.months", LocalDate.of(2026, 12, 1)))).hasValue("60");
        assertThat(school.read(() -> policies.value("no.such.key", Opened.TODAY))).isEmpty();
    }

    @Test
    void a_value_is_never_overwritten_and_never_without_a_source() {
        var school = Opened.school(schools, tenancy, setUp);
        var director = school.actor(Duty.GA_DIRECTOR);
        policies.set(director, "log.retention.months", "60", Opened.TODAY, "校务会纪要");
        assertThatThrownBy(() -> policies.set(director, "log.retention.months", "72", Opened.TODAY, "校务会纪要")).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PARAM-1");
        assertThatThrownBy(() -> policies.set(director, "log.retention.months", "72", Opened.TODAY.plusDays(1), " ")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> policies.set(director, "log.retention.months", "3", Opened.TODAY.plusDays(1), "校务会纪要")).isInstanceOfSatisfying(RuleBroken.class,
                r -> assertThat(r.field()).isEqualTo("value"));
    }
}
