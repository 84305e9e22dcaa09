package org.zongwu.engine.data;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the database, as the first word of every transaction, whose records it may see, and of a reading one that it sees them as of one moment. */
final class TenantTransactionManager extends JdbcTransactionManager {
    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var school = TenantScope.SCHOOL.get();
        if (school == null) return; // sees nothing: row-level security has no tenant
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        // SET LOCAL and not set_config: a distributed PostgreSQL carries only the former to its shards.
        // The snapshot is asked for in the same trip: asked of the driver it costs three more, to look, to set and to set back.
        try (var statement = holder.getConnection().createStatement()) {
            statement.execute((definition.isReadOnly() ? "set transaction isolation level repeatable read; " : "") + "set local app.school = '" + (long) school + "'");
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("cannot set the school of the transaction", e);
        }
    }
}
