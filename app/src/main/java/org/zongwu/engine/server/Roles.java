package org.zongwu.engine.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;

/** The roles of the house: made once, their passwords set at every start. */
final class Roles {
    static final String APP = "zw_app";
    static final String SEALER = "zw_sealer";
    static final String AUDIT = "zw_audit";
    private static final List<String> LOGINS = List.of(APP, "zw_ro", SEALER, AUDIT);

    private Roles() {}

    static void make(Connection connection, DatabaseServer server) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(script());
            for (var role : LOGINS) {
                statement.execute("alter role " + role + " login");
                // The driver sends a verifier: the password itself reaches no log of the server
                connection.unwrap(PGConnection.class).alterUserPassword(role, server.password(role).toCharArray(), "scram-sha-256");
            }
        }
    }

    static String script() {
        try (var in = Objects.requireNonNull(Roles.class.getResourceAsStream("/db/roles.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
