package org.zongwu.engine.server;

import java.sql.SQLException;
import org.zongwu.engine.CannotStart;

/** Everything between "the server answers" and "the application may work": roles, migrations, the check of the settings. */
final class Preparation {
    /** Two application servers that start at once on one database take turns. Any number that nobody else uses. */
    private static final long TURN = 0x7A6F6E677775L;

    private Preparation() {}

    static void of(DatabaseServer server) {
        try (var connection = server.admin().open(); var statement = connection.createStatement()) {
            if (server.borrowed()) {
                Migrator.requireMigrated(connection);
                return;
            }
            statement.execute("select pg_advisory_lock(" + TURN + ")");
            Roles.make(connection, server);
            Migrator.migrate(connection, server.admin());
            Safety.check(connection);
        } catch (SQLException e) {
            throw new CannotStart("数据库无法准备好（" + server.admin() + "）：" + e.getMessage(),
                    "The database cannot be made ready (" + server.admin() + "): " + e.getMessage(), e);
        }
    }
}
