package org.zongwu.engine;

import java.util.function.Supplier;

/**
 * The only way to the database: a transaction of one school. Row-level security shows nothing else, and without a
 * tenant nothing at all.
 */
public interface Tenancy {
    /** Runs in a read-only transaction with one snapshot of the school's records. Joins a transaction that is open. */
    <T> T read(long schoolId, Supplier<T> work);

    /**
     * Runs in a read-only transaction beside the one that is open, with a snapshot of the same school taken now: for what
     * holds the records against something outside of the database, which must be read first.
     */
    <T> T readNow(Supplier<T> work);

    /** Runs in a transaction that commits at the end; a deadlock or a serialisation failure is tried again, three times in all. */
    <T> T write(long schoolId, Supplier<T> work);

    default void write(long schoolId, Runnable work) {
        write(schoolId, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The school of the transaction that this thread is in. @throws IllegalStateException outside of one */
    long current();
}
