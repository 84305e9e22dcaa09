package org.zongwu.engine.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.zongwu.engine.CannotStart;
import org.zongwu.engine.Home;

/**
 * Data folder, clock, server and pools. Settings: {@code zongwu.data} (folder), {@code zongwu.cache} (where programs are
 * unpacked), {@code zongwu.db.port} (fixed port of the embedded server), {@code zongwu.db.url} with {@code .user} and
 * {@code .password} (a server of your own), {@code zongwu.db.pool} (connections of the application),
 * {@code zongwu.db.statement-seconds} (how long one statement may take), {@code zongwu.serves} (this process serves
 * pages, so it must be the one that runs the server), {@code zongwu.training} (no database at all).
 */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
    private static final String DATABASE = "zongwu";

    @Bean
    Home home(Environment settings) {
        return new Home(Path.of(settings.getProperty("zongwu.data", "data")).toAbsolutePath().normalize());
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    DatabaseServer databaseServer(Home home, Environment settings) {
        if (training(settings)) return new ExternalServer(new DatabaseServer.Login("jdbc:postgresql://127.0.0.1:9/none", "nobody", "none"));
        var url = settings.getProperty("zongwu.db.url", "");
        if (!url.isEmpty()) return external(url, settings);
        var cache = settings.getProperty("zongwu.cache", "");
        var server = EmbeddedServer.start(home, cache.isEmpty() ? Caches.usual() : Path.of(cache), settings.getProperty("zongwu.db.port", Integer.class, 0), DATABASE);
        try {
            if (server.borrowed() && settings.getProperty("zongwu.serves", Boolean.class, false)) {
                throw new CannotStart("总务已在数据文件夹 " + home.root() + " 上运行。请使用正在运行的那一个，或先停止它。",
                        "Zongwu already runs on the data folder " + home.root() + ". Use the one that runs, or stop it first.");
            }
            Preparation.of(server);
            server.ready();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static DatabaseServer external(String url, Environment settings) {
        var user = settings.getProperty("zongwu.db.user", "");
        var password = settings.getProperty("zongwu.db.password", "");
        if (user.isEmpty() || password.isEmpty()) {
            throw new CannotStart("连接自己的数据库需要环境变量 ZONGWU_DB_USER 和 ZONGWU_DB_PASSWORD（可建立角色的账户）。",
                    "A database of your own needs the environment variables ZONGWU_DB_USER and ZONGWU_DB_PASSWORD (an account that may create roles).");
        }
        var server = new ExternalServer(new DatabaseServer.Login(url, user, password));
        Preparation.of(server);
        return server;
    }

    private static boolean training(Environment settings) {
        return settings.getProperty("zongwu.training", Boolean.class, false);
    }

    @Bean
    Pools databases(DatabaseServer server, Environment settings) {
        return new Pools(server, settings.getProperty("zongwu.db.statement-seconds", Integer.class, 10), !training(settings));
    }

    @Bean
    @Primary
    DataSource dataSource(Pools pools, Environment settings) {
        return pools.application(settings.getProperty("zongwu.db.pool", Integer.class, 16));
    }
}
