package org.zongwu.engine.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.zongwu.engine.Databases;

/** The pools, one a role. Every limit is set: a statement, a lock, an idle transaction, a silent network. */
final class Pools implements Databases, AutoCloseable {
    private static final int SMALL = 2;
    private static final int SLACK = 5; // the server gives up first, and says why

    private final DatabaseServer server;
    private final int statementSeconds;
    private final boolean connect;
    private final Map<String, HikariDataSource> others = new LinkedHashMap<>();

    /**
     * @param statementSeconds how long one statement may take
     * @param connect          false: connections are opened when asked for, and nobody will ask
     */
    Pools(DatabaseServer server, int statementSeconds, boolean connect) {
        this.server = server;
        this.statementSeconds = statementSeconds;
        this.connect = connect;
    }

    HikariDataSource application(int size) {
        return open(Roles.APP, size);
    }

    @Override
    public DataSource sealer() {
        return other(Roles.SEALER);
    }

    @Override
    public DataSource auditor() {
        return other(Roles.AUDIT);
    }

    private synchronized DataSource other(String role) {
        return others.computeIfAbsent(role, r -> open(r, SMALL));
    }

    private HikariDataSource open(String role, int size) {
        var login = server.login(role);
        var config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(connect ? Math.min(size, 2) : 0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(connect ? 10_000 : -1);
        config.addDataSourceProperty("ApplicationName", "zongwu " + role);
        config.addDataSourceProperty("socketTimeout", statementSeconds + SLACK);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("options", "-c statement_timeout=" + statementSeconds + "s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s");
        return new HikariDataSource(config);
    }

    @Override
    public synchronized void close() {
        others.values().forEach(HikariDataSource::close);
        others.clear();
    }
}
