package org.zongwu.engine.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zongwu.engine.Home;
import org.zongwu.engine.server.DatabaseServer.Login;

/**
 * The one embedded server of a test JVM, started by our own launcher with everything that keeps records switched on.
 * Databases are clones of a template that was migrated once for these very migrations.
 */
public final class TestServer {
    private static final Path FOLDER = Path.of("target/test-home").toAbsolutePath();
    private static final AtomicInteger CLONES = new AtomicInteger();
    private static final EmbeddedServer SERVER = start();
    private static final String TEMPLATE = template();

    private TestServer() {}

    /** A database of its own, migrated, with nothing in it. */
    public static synchronized Database newDatabase(String purpose) {
        var name = "%s_%d_%d".formatted(purpose, ProcessHandle.current().pid(), CLONES.incrementAndGet());
        sql("create database " + name + " template " + TEMPLATE);
        var database = new Database(name);
        try (var connection = database.server().admin().open()) {
            Roles.make(connection, database.server()); // rights on the database itself do not come with the clone
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clone, and the ways into it. */
    public record Database(String name) {
        ExternalServer server() {
            return new ExternalServer(login(name));
        }

        public String url() {
            return server().admin().url();
        }

        public String adminUser() {
            return server().admin().user();
        }

        public String adminPassword() {
            return server().admin().password();
        }

        /** The superuser, who may do everything by hand: what a tamperer does. */
        public DataSource superuser() {
            return dataSource(server().admin());
        }

        /** What the application may do. */
        public DataSource application() {
            return as("zw_app");
        }

        public DataSource auditor() {
            return as("zw_audit");
        }

        public DataSource as(String role) {
            return dataSource(server().login(role));
        }

        private static DataSource dataSource(Login login) {
            return new DriverManagerDataSource(login.url(), login.user(), login.password());
        }
    }

    private static EmbeddedServer start() {
        emptyOffice();
        var server = EmbeddedServer.start(new Home(FOLDER), FOLDER.resolveSibling("postgres-programs"), 0, "zongwu");
        server.ready();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop the test server"));
        return server;
    }

    /** Anchors and originals of an earlier run belong to databases that are gone. */
    private static void emptyOffice() {
        var office = FOLDER.resolve("office");
        if (Files.exists(office)) Binaries.delete(office);
        try {
            Files.createDirectories(office);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template() {
        var name = "template_" + Migrator.fingerprint().substring(0, 12);
        dropLeftovers(name);
        if (exists(name)) return name;
        var making = name + "_" + ProcessHandle.current().pid();
        sql("create database " + making);
        Preparation.of(new ExternalServer(login(making)));
        sql("alter database " + making + " rename to " + name);
        return name;
    }

    private static void dropLeftovers(String template) {
        var names = new ArrayList<String>();
        try (var connection = open(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select datname from pg_database d where not datistemplate and datname not in ('postgres', 'zongwu')
                    and not exists (select from pg_stat_activity a where a.datname = d.datname)""");
            while (rows.next()) names.add(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.remove(template);
        names.forEach(name -> sql("drop database if exists " + name));
    }

    private static boolean exists(String database) {
        try (var connection = open(); var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, database);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sql(String text) {
        try (var connection = open(); var statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static Connection open() throws SQLException {
        return SERVER.admin().open();
    }

    private static Login login(String database) {
        var admin = SERVER.admin();
        return new Login(admin.url().substring(0, admin.url().lastIndexOf('/') + 1) + database, admin.user(), admin.password());
    }
}
