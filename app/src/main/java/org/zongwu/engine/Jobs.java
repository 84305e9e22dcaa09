package org.zongwu.engine;

import java.time.Instant;

/** Work that may come a moment later: kept in the database until it succeeded or was given up. */
public interface Jobs {
    /**
     * Leaves a job in the transaction that this thread is in: it runs after the commit, and never when that does not come.
     *
     * @param kind        of a {@link JobHandler}
     * @param payloadJson a JSON value
     */
    void enqueue(String kind, String payloadJson);

    /** The same, and not before that instant, as what has to be asked again when its time has come. */
    void enqueue(String kind, String payloadJson, Instant notBefore);
}
