package org.zongwu.engine;

/** A module that can do jobs of one kind. */
public interface JobHandler {
    /** Module and noun, {@code stores.label}; kept in the database, so it never changes. */
    String kind();

    /**
     * Does the job in a transaction of its school, which also notes that it is done: what is written is written once. What
     * leaves the database may leave twice. An exception undoes everything, and the job comes again later, five times in all.
     */
    void run(String payloadJson);

    /**
     * Whether it takes longer than one transaction may: then it runs outside of any, beside the others, opens its own, and
     * must find out by itself what an earlier attempt has done. When the server stops, its thread is interrupted and the job
     * begins anew after the next start.
     */
    default boolean isLong() {
        return false;
    }
}
