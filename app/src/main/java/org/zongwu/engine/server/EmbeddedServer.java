package org.zongwu.engine.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zongwu.engine.CannotStart;
import org.zongwu.engine.Home;

/**
 * The PostgreSQL of this data folder, on the loopback address. Everything that keeps a committed record is switched on
 * explicitly; nothing in the data folder is ever deleted. When another live process of the product already runs it,
 * this one only connects.
 */
final class EmbeddedServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String ADMIN = "zw_super";
    private static final Duration PATIENCE = Duration.ofMinutes(10); // a recovery after a power failure takes its time
    private static final long LOG_LIMIT = 10_000_000;
    private static final int PORT_ATTEMPTS = 3;

    private final Home home;
    private final Secrets secrets;
    private final Ownership ownership;
    private final String database;
    private final int port;
    private final Programs programs;
    private volatile boolean closing;

    private EmbeddedServer(Home home, Secrets secrets, Ownership ownership, String database, int port, Programs programs) {
        this.home = home;
        this.secrets = secrets;
        this.ownership = ownership;
        this.database = database;
        this.port = port;
        this.programs = programs;
    }

    /**
     * @param cache     where the programs are unpacked to
     * @param fixedPort 0 for any free port
     */
    static EmbeddedServer start(Home home, Path cache, int fixedPort, String database) {
        home = new Home(home.root().toAbsolutePath().normalize());
        var ownership = Ownership.of(home.root());
        try {
            return ownership.ours() ? run(home, cache, fixedPort, database, ownership) : borrow(home, database, ownership);
        } catch (RuntimeException e) {
            ownership.close();
            throw e;
        }
    }

    private static EmbeddedServer borrow(Home home, String database, Ownership ownership) {
        var port = ownership.announced(PATIENCE).orElseThrow(() -> new CannotStart(
                "另一个总务进程正占用数据文件夹 " + home.root() + "，但它的数据库一直没有就绪。请先停止那个进程。",
                "Another Zongwu process holds the data folder " + home.root() + ", but its database does not become ready. Stop that process first."));
        return new EmbeddedServer(home, new Secrets(home.secrets()), ownership, database, port, new Programs(home.root(), new Account("", List.of())));
    }

    private static EmbeddedServer run(Home home, Path cache, int fixedPort, String database, Ownership ownership) {
        ownership.silence();
        var secrets = new Secrets(home.secrets());
        var binaries = Binaries.unpacked(cache);
        var cluster = home.postgres();
        try {
            Files.createDirectories(cluster);
            Secrets.ownerOnly(cluster);
            Files.createDirectories(home.logs());
        } catch (IOException e) {
            throw new CannotStart("无法建立数据文件夹 " + cluster + "：" + e.getMessage() + "。", "Cannot make the data folder " + cluster + ": " + e.getMessage() + ".", e);
        }
        var programs = new Programs(binaries, Account.choose(cluster, binaries));
        if (Files.exists(cluster.resolve("PG_VERSION"))) Leftover.clear(cluster, programs);
        else makeCluster(home, programs, secrets.password(ADMIN));
        var port = launch(home, programs, fixedPort);
        var server = new EmbeddedServer(home, secrets, ownership, database, port, programs);
        try {
            server.makeDatabase();
            Watch.over(home.postgres(), programs, () -> launch(server.home, programs, port), () -> server.closing);
            return server;
        } catch (SQLException e) {
            server.close();
            throw new CannotStart("数据库已启动，但无法登录：" + e.getMessage() + "。请检查文件夹 " + home.secrets() + " 是否与数据一致。",
                    "The database runs, but the log-in fails: " + e.getMessage() + ". Check that the folder " + home.secrets() + " belongs to these data.", e);
        }
    }

    private static void makeCluster(Home home, Programs programs, String password) {
        Path passwordFile = null;
        try {
            passwordFile = Files.createTempFile("zongwu-", ".pw");
            Secrets.ownerOnly(passwordFile);
            Files.writeString(passwordFile, password);
            programs.account().give(passwordFile);
            var made = programs.run("initdb", "-D", home.postgres().toString(), "-U", ADMIN, "-A", "scram-sha-256", "--pwfile=" + passwordFile,
                    "-k", "-E", "UTF8", "--locale=" + Binaries.locale(), "--lc-messages=C", "--locale-provider=icu", "--icu-locale=und", "--no-instructions");
            if (!made.ok()) {
                throw new CannotStart("无法建立数据库：\n" + made.output(), "The database could not be made; what its program said stands above.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (passwordFile != null) passwordFile.toFile().delete();
        }
    }

    /** Starts the server and waits until it accepts work, through a recovery if need be. Answers the port. */
    private static int launch(Home home, Programs programs, int fixedPort) {
        var log = home.logs().resolve("postgres.log");
        prepareLog(log, programs.account());
        for (var attempt = 1; ; attempt++) {
            var port = fixedPort == 0 ? freePort() : fixedPort;
            var started = programs.run("pg_ctl", "start", "-D", home.postgres().toString(), "-l", log.toString(), "-o", options(port),
                    "-w", "-t", Long.toString(PATIENCE.toSeconds()));
            if (started.ok()) return port;
            if (fixedPort == 0 && attempt < PORT_ATTEMPTS && taken(port)) continue; // somebody was faster
            if (fixedPort != 0 && taken(fixedPort)) {
                throw new CannotStart("数据库端口 " + fixedPort + " 已被其他程序占用。请换一个端口。",
                        "The database port " + fixedPort + " is used by another program. Choose another one.");
            }
            throw new CannotStart("数据库没有启动。最后的记录（全文见 " + log + "）：\n" + tail(log) + started.output(),
                    "The database did not start. Its last words stand above, all of them in " + log + ".");
        }
    }

    /** On the command line, where nothing that stands in a file of the cluster overrides them. */
    private static String options(int port) {
        return settings(port).entrySet().stream().map(e -> "-c " + e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }

    private static Map<String, String> settings(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("shared_buffers", "128MB");
        settings.put("max_connections", "60");
        settings.put("work_mem", "8MB");
        settings.put("random_page_cost", "1.1");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        settings.put("log_min_duration_statement", "500ms");
        settings.put("timezone", "Asia/Shanghai");
        settings.put("log_timezone", "Asia/Shanghai");
        return settings;
    }

    private static void prepareLog(Path log, Account account) {
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.move(log, log.resolveSibling("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(log)) Files.createFile(log);
            Secrets.ownerOnly(log);
            account.letPass(log.getParent());
            account.give(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path log) {
        try {
            var lines = new ArrayList<>(Files.readAllLines(log));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size())) + "\n";
        } catch (IOException e) {
            return "";
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean taken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void makeDatabase() throws SQLException {
        try (var connection = new Login(url("postgres"), ADMIN, secrets.password(ADMIN)).open();
                var there = connection.prepareStatement("select from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            there.setString(1, database);
            if (!there.executeQuery().next()) statement.execute("create database " + statement.enquoteIdentifier(database, true));
        }
    }

    /** To be called when roles and migrations are done: from now on other commands may connect. */
    void ready() {
        if (!borrowed()) ownership.announce(port);
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public Login admin() {
        return new Login(url(database), ADMIN, secrets.password(ADMIN));
    }

    @Override
    public String password(String role) {
        return secrets.password(role);
    }

    @Override
    public boolean borrowed() {
        return !ownership.ours();
    }

    /** Leaves the server running and forgets it, as the death of this process would. For tests. */
    void abandon() {
        closing = true;
        ownership.close();
    }

    @Override
    public void close() {
        closing = true;
        if (!borrowed()) {
            ownership.silence();
            if (Leftover.isRunning(home.postgres())) stop();
        }
        ownership.close();
    }

    private void stop() {
        var stopped = programs.run("pg_ctl", "stop", "-D", home.postgres().toString(), "-m", "fast", "-w", "-t", "60");
        if (!stopped.ok()) LOG.warn("the database did not stop within a minute; the next start will recover it: {}", stopped.output().strip());
    }
}
