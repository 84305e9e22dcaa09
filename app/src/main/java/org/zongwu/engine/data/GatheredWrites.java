package org.zongwu.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zongwu.engine.Writes;

/** Hears of every statement before it is sent, so that whoever reads or writes by himself finds what was gathered already there. */
@Component
class GatheredWrites implements Writes, ExecuteListener {
    @Override
    public void add(Query write) {
        gathered().writes.add(write);
    }

    @Override
    public void start(ExecuteContext next) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) gathered.send();
    }

    private Gathered gathered() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) return gathered;
        var fresh = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        fresh.resume();
        return fresh;
    }

    /** Of one transaction. */
    private final class Gathered implements TransactionSynchronization {
        private final List<Query> writes = new ArrayList<>();

        /** Several statements in one: the driver sends them one behind the other without waiting, each prepared as if it came alone. */
        private void send() {
            if (writes.isEmpty()) return;
            var all = writes.toArray(QueryPart[]::new);
            var first = writes.getFirst();
            writes.clear();
            if (all.length == 1) first.execute();
            // Fetched and not executed, because jOOQ would write out the whole of it once more to see what kind of statement it is
            else DSL.using(first.configuration()).fetch(IntStream.range(0, all.length).mapToObj(i -> "{" + i + "}").collect(Collectors.joining("; ")), all);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            send();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(GatheredWrites.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(GatheredWrites.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(GatheredWrites.this);
        }
    }
}
