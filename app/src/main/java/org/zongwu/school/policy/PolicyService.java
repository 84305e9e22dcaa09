package org.zongwu.school.policy;

import static zongwu.db.school.Tables.POLICY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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
        return Optional.ofNullable(known().computeIfAbsent(key, this::values).floorEntry(on)).map(Map.Entry::getValue);
    }

    private NavigableMap<LocalDate, String> values(String key) {
        var values = new TreeMap<LocalDate, String>();
        db.select(POLICY.VALID_FROM, POLICY.VALUE).from(POLICY).where(POLICY.SCHOOL_ID.eq(tenancy.current()), POLICY.KEY.eq(key)).forEach(r -> values.put(r.value1(), r.value2()));
        return values;
    }

    /** What this transaction has asked already: a file asks the same for each of its rows. */
    @SuppressWarnings("unchecked")
    private Map<String, NavigableMap<LocalDate, String>> known() {
        var known = (Map<String, NavigableMap<LocalDate, String>>) TransactionSynchronizationManager.getResource(this);
        if (known != null) return known;
        var fresh = new HashMap<String, NavigableMap<LocalDate, String>>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(PolicyService.this);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PolicyService.this);
            }
        });
        return fresh;
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
            known().clear();
            if (!added) throw RuleBroken.at("from", "R-PARAM-1", "rule.school.policy-day", key, from);
            trail.write(by, "set", new WorkRef("school.policy", id, key), source, Images.of(POLICY, POLICY.SCHOOL_ID.eq(tenancy.current()).and(POLICY.ID.eq(id))));
        });
    }
}
