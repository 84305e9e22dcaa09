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
}
