package org.zongwu.trail.verify;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import org.zongwu.trail.seal.Anchors;

/**
 * The verifier on its own, for whoever does not trust the office: a database, a copy of the anchors, nothing else.
 * Arguments: JDBC URL, user, anchors file; the password comes in {@code PGPASSWORD}. Ends with 0 when all holds, 1 when
 * something was found, 2 when it could not look.
 */
public final class Verify {
    private Verify() {}

    static void main(String[] args) {
        System.exit(run(args, System.getenv().getOrDefault("PGPASSWORD", ""), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, String password, PrintStream out) {
        if (args.length != 3) {
            out.println("Verify <jdbc url> <user> <anchors file>");
            return 2;
        }
        try (var db = DriverManager.getConnection(args[0], args[1], password)) {
            // One snapshot of everything, however long it takes
            db.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            db.setReadOnly(true);
            db.setAutoCommit(false);
            return prove(db, new Anchors(Path.of(args[2])), out) ? 0 : 1;
        } catch (SQLException | RuntimeException e) {
            e.printStackTrace(out);
            return 2;
        }
    }

    private static boolean prove(Connection db, Anchors anchors, PrintStream out) throws SQLException {
        var anchored = anchors.read(); // before the first statement, with which the snapshot begins
        var schools = new TreeMap<Long, String>();
        try (var statement = db.createStatement(); var r = statement.executeQuery("select school_id, code from engine.school")) {
            while (r.next()) schools.put(r.getLong(1), r.getString(2));
        }
        var holds = true;
        for (var school : schools.entrySet()) {
            var verifier = new Verifier(db, school.getKey(), school.getValue(), anchors, anchored, Instant.now(Clock.systemUTC()), Locale.getDefault());
            for (var check : Verifier.CHECKS) {
                var result = verifier.check(check);
                out.printf("%s  %s  %d  %s%n", result.ok() ? "OK  " : "FAIL", check, result.rows(), school.getValue());
                result.findings().forEach(f -> out.println("      " + f));
                holds &= result.ok();
            }
        }
        return holds;
    }
}
