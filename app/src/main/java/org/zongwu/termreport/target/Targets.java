package org.zongwu.termreport.target;

import static zongwu.db.termreport.Tables.TARGET;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The targets of a school. Within a transaction of it. */
@Component
public class Targets {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    Targets(DSLContext db, Tenancy tenancy, Trail trail, Clock clock) {
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** What holds on the day, by figure. */
    public Map<String, Target> on(LocalDate day) {
        var all = new HashMap<String, Target>();
        db.selectFrom(TARGET).where(TARGET.SCHOOL_ID.eq(tenancy.current()), TARGET.FROM_DAY.le(day)).orderBy(TARGET.FROM_DAY, TARGET.SET_AT, TARGET.ID).forEach(r -> {
            if (r.getAtLeast() == null && r.getAtMost() == null) all.remove(r.getFigure());
            else all.put(r.getFigure(), new Target(r.getAtLeast(), r.getAtMost()));
        });
        return all;
    }

    /** @throws RuleBroken {@code R-SUM-13} when the bounds cross */
    void set(Actor actor, String figureId, @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
        if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) throw RuleBroken.at("at_most", "R-SUM-13", "rule.termreport.target-crossed");
        var id = Ids.next();
        db.insertInto(TARGET).set(TARGET.SCHOOL_ID, tenancy.current()).set(TARGET.ID, id).set(TARGET.FIGURE, figureId).set(TARGET.AT_LEAST, atLeast).set(TARGET.AT_MOST, atMost)
                .set(TARGET.FROM_DAY, LocalDate.now(clock)).set(TARGET.SET_BY, actor.employeeId()).set(TARGET.SET_BY_NAME, actor.name()).set(TARGET.SET_AT, clock.instant()).execute();
        trail.write(actor, "target-set", new WorkRef("termreport.target", id, figureId), null, Images.of(TARGET, TARGET.SCHOOL_ID.eq(tenancy.current()).and(TARGET.ID.eq(id))));
    }
}
