package org.zongwu.trail.verify;

import java.time.Clock;
import java.time.Duration;
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

    @Bean
    Control anchorControl() {
        return control("TRAIL-ANCHOR");
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
        return new Control() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Result check() {
                var school = schools.find(tenancy.current()).orElseThrow();
                return db.connectionResult(connection -> {
                    // One statement compares whole tables: it may take longer than a page ever may. The pool sets it back.
                    connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
                    return new Verifier(connection, school.id(), school.code(), anchors, clock.instant(), LocaleContextHolder.getLocale()).check(id);
                });
            }
        };
    }
}
