package org.zongwu;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Query;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Writes down what a piece of work asks of the database: each statement is a trip to the server and back. */
public final class Statements implements ExecuteListener {
    private final Thread thread = Thread.currentThread();
    private final List<Query> sent = new ArrayList<>();

    private Statements() {}

    public static List<Query> of(DSLContext db, Work work) throws Exception {
        var statements = new Statements();
        var before = db.configuration().executeListenerProviders();
        var with = new ArrayList<>(List.of(before));
        with.add(new DefaultExecuteListenerProvider(statements));
        db.configuration().set(with.toArray(ExecuteListenerProvider[]::new));
        try {
            work.run();
        } finally {
            db.configuration().set(before);
        }
        return statements.sent;
    }

    @Override
    public void executeStart(ExecuteContext statement) {
        if (Thread.currentThread() == thread && statement.query() != null) sent.add(statement.query());
    }

    /** May throw anything. */
    public interface Work {
        void run() throws Exception;
    }
}
