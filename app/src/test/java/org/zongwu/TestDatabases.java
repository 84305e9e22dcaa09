package org.zongwu;

import org.zongwu.engine.server.TestServer;
import org.zongwu.engine.server.TestServer.Database;

/**
 * Databases for tests that must do what no other test may see: tamper as the superuser, kill, fill, migrate. Everything
 * else uses {@link Office} and a school of its own.
 */
public final class TestDatabases {
    private TestDatabases() {}

    /** A migrated, empty database in the test JVM's server. The log-ins are those of the real one. */
    public static Database fresh() {
        return TestServer.newDatabase("fresh");
    }
}
