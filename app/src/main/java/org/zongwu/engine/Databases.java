package org.zongwu.engine;

import javax.sql.DataSource;

/**
 * Ways to the database besides the application's own pool, each with a role of its own and a few connections, opened
 * when first asked for. Row-level security lets these roles see every school, so nothing that serves a page uses them.
 */
public interface Databases {
    /** Reads the trail and adds seals (role {@code zw_sealer}). */
    DataSource sealer();

    /** Reads everything and writes nothing (role {@code zw_audit}). */
    DataSource auditor();
}
