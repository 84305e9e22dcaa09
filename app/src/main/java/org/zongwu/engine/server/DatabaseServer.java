package org.zongwu.engine.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL that this instance works on: its own, or one that somebody else runs. */
interface DatabaseServer extends AutoCloseable {
    /** Where the database is and as whom roles and migrations are made. */
    Login admin();

    /** The password of a role of the house, {@code zw_app} and the like. */
    String password(String role);

    /** Whether another live process of this instance runs the server, so that it is used as it stands. */
    boolean borrowed();

    @Override
    void close();

    default Login login(String role) {
        return new Login(admin().url(), role, password(role));
    }

    record Login(String url, String user, String password) {
        Connection open() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("ApplicationName", "zongwu");
            return DriverManager.getConnection(url, properties);
        }

        /** Without the password, so that it may stand in a log. */
        @Override
        public String toString() {
            return user + "@" + url;
        }
    }
}
