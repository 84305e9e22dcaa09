package org.zongwu.engine.job;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zongwu.engine.Jobs;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Ids;

@Component
class JobQueue implements Jobs {
    private final JobRepository jobs;
    private final JobRunner runner;
    private final Tenancy tenancy;
    private final Clock clock;

    JobQueue(JobRepository jobs, JobRunner runner, Tenancy tenancy, Clock clock) {
        this.jobs = jobs;
        this.runner = runner;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public void enqueue(String kind, String payloadJson) {
        enqueue(kind, payloadJson, clock.instant());
    }

    @Override
    public void enqueue(String kind, String payloadJson, Instant notBefore) {
        var school = tenancy.current();
        jobs.add(Ids.next(), kind, payloadJson, notBefore, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runner.wake(school);
            }
        });
    }
}
