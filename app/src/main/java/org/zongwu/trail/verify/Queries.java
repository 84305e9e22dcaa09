package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Results by the thousand rows, so that a school of any size fits. Works within a transaction only. */
final class Queries {
    private static final int ROWS = 2_000;

    private Queries() {}

    static PreparedStatement streaming(Connection db, String sql) throws SQLException {
        if (db.getAutoCommit()) throw new IllegalStateException("one snapshot for all: verify within a transaction");
        var statement = db.prepareStatement(sql);
        statement.setFetchSize(ROWS);
        return statement;
    }
}
