package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** Every record still has the content that its leaf was computed from. */
final class LeafCheck {
    private LeafCheck() {}

    static void run(Connection db, long school, Findings findings) throws SQLException {
        var sql = """
                select school_id, id, seq, at, actor_id, actor_name, action, object_type, object_id, object_no, reason, request_id, images, h
                from trail.record where school_id = ? order by seq""";
        try (var query = Queries.streaming(db, sql)) {
            query.setLong(1, school);
            try (var r = query.executeQuery()) {
                while (r.next()) {
                    findings.looked(1);
                    if (!Arrays.equals(Leaf.of(r), r.getBytes("h"))) {
                        findings.add("leaf", r.getString("id"), r.getString("object_type"), r.getString("object_no"));
                    }
                }
            }
        }
    }
}
