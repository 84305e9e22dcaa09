package org.zongwu.engine;

import org.jooq.Query;

/**
 * Rows whose writing answers nothing: they are gathered and sent together, in the order in which they were given, before the next
 * statement of the transaction and at the latest before its commit. A document of seven tables waits for the server once and not
 * seven times; what the database refuses is thrown there.
 */
public interface Writes {
    /** Within a transaction only. */
    void add(Query write);
}
