package org.zongwu.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.zongwu.engine.Schools.School;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;

class VerifyCommandTests {
    private static final List<School> ONE = List.of(new School(1, "one", "甲校", false));

    @Test
    void all_is_well_when_no_control_found_anything() {
        assertThat(VerifyCommand.verdict(ONE, List.of(control("A", List.of())), new OneSchool()).ok()).isTrue();
    }

    @Test
    void one_finding_is_enough_and_is_told() {
        var verdict = VerifyCommand.verdict(ONE, List.of(control("A", List.of()), control("B", List.of("LW-2026-00003"))), new OneSchool());
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.checks()).filteredOn(c -> !c.ok()).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo("B");
            assertThat(c.detail()).isEqualTo("LW-2026-00003");
        });
    }

    @Test
    void a_control_that_breaks_has_not_held_and_the_others_are_still_asked() {
        var broken = new Control() {
            @Override
            public String id() {
                return "BROKEN";
            }

            @Override
            public Result check() {
                throw new IllegalStateException("no such table");
            }
        };
        var verdict = VerifyCommand.verdict(ONE, List.of(broken, control("A", List.of())), new OneSchool());
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.checks()).hasSize(2);
    }

    private static Control control(String id, List<String> findings) {
        return new Control() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Result check() {
                return new Result(7, findings);
            }
        };
    }

    private static final class OneSchool implements Tenancy {
        @Override
        public <T> T read(long schoolId, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T readNow(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T write(long schoolId, Supplier<T> work) {
            throw new AssertionError("verify writes nothing");
        }

        @Override
        public long current() {
            return 1;
        }
    }
}
