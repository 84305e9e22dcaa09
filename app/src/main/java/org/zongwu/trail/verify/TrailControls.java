package org.zongwu.trail.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.trail.seal.Anchors;

/** The verifier's checks among the controls of the house, so that {@code ./zongwu verify} asks them too. */
@Configuration(proxyBeanMethods = false)
class TrailControls {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DSLContext db;
    private final Tenancy tenancy;
    private final Schools schools;
    private final Anchors anchors;
    private final Clock clock;

    TrailControls(DSLContext db, Tenancy tenancy, Schools schools, Anchors anchors, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.schools = schools;
        this.anchors = anchors;
        this.clock = clock;
    }

    @Bean
    Control leafControl() {
        return control("TRAIL-LEAF");
    }

    @Bean
    Control sealControl() {
        return control("TRAIL-SEAL");
    }

    /** Looks into the file first and at the seals after it, in a snapshot of their own: meanwhile more was sealed and anchored. */
    @Bean
    Control anchorControl() {
        return control("TRAIL-ANCHOR", () -> {
            var anchored = anchors.read();
            return tenancy.readNow(() -> look("TRAIL-ANCHOR", anchored));
        });
    }

    @Bean
    Control rowControl() {
        return control("TRAIL-ROWS");
    }

    @Bean
    Control rightsControl() {
        return control("TRAIL-RIGHTS");
    }

    private Control control(String id) {
        return control(id, () -> look(id, List.of()));
    }

    private static Control control(String id, Supplier<Control.Result> check) {
        return new Control() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Result check() {
                return check.get();
            }
        };
    }

    private Control.Result look(String id, List<Anchors.Line> anchored) {
        var school = schools.find(tenancy.current()).orElseThrow();
        return db.connectionResult(connection -> {
            // One statement compares whole tables: it may take longer than a page ever may. The pool sets it back.
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
            return new Verifier(connection, school.id(), school.code(), anchors, anchored, clock.instant(), LocaleContextHolder.getLocale()).check(id);
        });
    }
}
