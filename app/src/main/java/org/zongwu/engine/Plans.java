package org.zongwu.engine;

import org.jooq.DSLContext;

/**
 * How the database looks for a row is settled once a connection. What was settled while a table was nearly empty serves ill
 * once it is full: each key is then looked for among all rows of the school, and a hundred thousand of them take hours.
 */
public final class Plans {
    private Plans() {}

    /** Before some thousand rows are written: the keys that they refer to are looked for as befits the tables now. */
    public static void forget(DSLContext db) {
        db.execute("discard plans");
    }
}
