package org.zongwu.engine.data;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.zongwu.engine.Tenancy;

@Component
class TenantScope implements Tenancy {
    private static final int ATTEMPTS = 3;
    static final ThreadLocal<Long> SCHOOL = new ThreadLocal<>();

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final TransactionTemplate beside;

    TenantScope(PlatformTransactionManager transactions) {
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
        beside = new TransactionTemplate(transactions, reading);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T> T read(long schoolId, Supplier<T> work) {
        return within(schoolId, reading, work);
    }

    @Override
    public <T> T readNow(Supplier<T> work) {
        return within(current(), beside, work);
    }

    @Override
    public <T> T write(long schoolId, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return within(schoolId, writing, work);
        for (var attempt = 1; ; attempt++) {
            try {
                return within(schoolId, writing, work);
            } catch (ConcurrencyFailureException | org.jooq.exception.DataAccessException e) {
                if (attempt == ATTEMPTS || !Collisions.mayBeTriedAgain(e)) throw e;
                Collisions.pause(attempt);
            }
        }
    }

    @Override
    public long current() {
        var school = SCHOOL.get();
        if (school == null) throw new IllegalStateException("no school: work on records inside Tenancy.read or Tenancy.write");
        return school;
    }

    private <T> T within(long schoolId, TransactionTemplate template, Supplier<T> work) {
        var outer = SCHOOL.get();
        if (outer != null && outer != schoolId && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction belongs to one school: " + outer + ", not " + schoolId);
        }
        SCHOOL.set(schoolId);
        try {
            return template.execute(status -> work.get());
        } finally {
            if (outer == null) SCHOOL.remove();
            else SCHOOL.set(outer);
        }
    }
}
