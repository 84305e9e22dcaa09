package org.zongwu.school.policy;

import static zongwu.db.school.Tables.POLICY;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Policies;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

@Service
class PolicyService implements Policies {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;

    PolicyService(DSLContext db, Tenancy tenancy, Trail trail) {
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
    }

    @Override
    public Optional<String> value(String key, LocalDate on) {
        return db.select(POLICY.VALUE).from(POLICY)
                .where(POLICY.SCHOOL_ID.eq(tenancy.current()), POLICY.KEY.eq(key), POLICY.VALID_FROM.le(on))
                .orderBy(POLICY.VALID_FROM.desc()).limit(1).fetchOptional(POLICY.VALUE);
    }

    @Override
    public void set(Actor by, String key, String value, LocalDate from, String source) {
        tenancy.write(by.schoolId(), () -> {
            if (source.isBlank()) throw RuleBroken.at("source", "R-PARAM-1", "rule.school.policy-source");
            PolicyKey.of(key).ifPresent(known -> known.require(value));
            var id = Ids.next();
            var added = db.insertInto(POLICY)
                    .columns(POLICY.SCHOOL_ID, POLICY.ID, POLICY.KEY, POLICY.VALUE, POLICY.VALID_FROM, POLICY.SOURCE, POLICY.SET_BY)
                    .values(tenancy.current(), id, key, value.strip(), from, source.strip(), by.employeeId()).onConflictDoNothing().execute() == 1;
            if (!added) throw RuleBroken.at("from", "R-PARAM-1", "rule.school.policy-day", key, from);
            trail.write(by, "set", new WorkRef("school.policy", id, key), source, Images.of(POLICY, POLICY.SCHOOL_ID.eq(tenancy.current()).and(POLICY.ID.eq(id))));
        });
    }
}
