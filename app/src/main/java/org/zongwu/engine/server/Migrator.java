package org.zongwu.engine.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zongwu.engine.CannotStart;
import org.zongwu.engine.server.DatabaseServer.Login;

/** Brings the schemas, one a module and in the order of {@code modules.txt}, to where this build wants them. */
final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private Migrator() {}

    /** Migrates unless the database has seen exactly these migrations, which one small query tells. */
    static void migrate(Connection connection, Login admin) throws SQLException {
        var wanted = fingerprint();
        if (wanted.equals(seen(connection))) return;
        for (var module : modules()) {
            var flyway = Flyway.configure().dataSource(admin.url(), admin.user(), admin.password())
                    .schemas(module).defaultSchema(module).table("migration").locations("classpath:db/migration/" + module)
                    .initSql("set role zw_owner").ignoreMigrationPatterns(new String[0]).load();
            refuseUnknown(module, flyway);
            var done = flyway.migrate().migrationsExecuted;
            if (done > 0) LOG.info("{}: {} migrations", module, done);
        }
        try (var statement = connection.prepareStatement("""
                insert into engine.migrated (fingerprint) values (?)
                on conflict (only_row) do update set fingerprint = excluded.fingerprint, at = now()""")) {
            statement.setString(1, wanted);
            statement.execute();
        }
    }

    /** For a command that only connects: it must be of the same build as the server it finds. */
    static void requireMigrated(Connection connection) throws SQLException {
        if (fingerprint().equals(seen(connection))) return;
        throw new CannotStart("正在运行的总务与本命令不是同一版本。请先停止正在运行的总务，再执行本命令。",
                "The Zongwu that is running is of another version than this command. Stop it first, then run the command again.");
    }

    private static void refuseUnknown(String module, Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().all())
                .filter(m -> m.getState().isApplied() && !m.getState().isResolved()).map(MigrationInfo::getScript).toList();
        if (unknown.isEmpty()) return;
        throw new CannotStart("数据库里有本版本不认识的升级（" + module + "：" + String.join("、", unknown) + "）。它由更新的版本建立，请用那个版本启动；数据没有改动。",
                "The database has seen migrations that this version does not know (" + module + ": " + String.join(", ", unknown)
                + "). A newer version made them: start with that one. Nothing was changed.");
    }

    private static String seen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var there = statement.executeQuery("select to_regclass('engine.migrated') is not null");
            there.next();
            if (!there.getBoolean(1)) return "";
            var row = statement.executeQuery("select fingerprint from engine.migrated");
            return row.next() ? row.getString(1) : "";
        }
    }

    static List<String> modules() {
        try (var in = Objects.requireNonNull(Migrator.class.getResourceAsStream("/db/modules.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over every migration and the roles, names and contents. */
    static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var resolver = new PathMatchingResourcePatternResolver();
            for (var module : modules()) {
                var scripts = resolver.getResources("classpath*:db/migration/" + module + "/*.sql");
                Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
                for (var script : scripts) {
                    digest.update((module + "/" + script.getFilename()).getBytes(StandardCharsets.UTF_8));
                    digest.update(script.getContentAsByteArray());
                }
            }
            digest.update(Roles.script().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
