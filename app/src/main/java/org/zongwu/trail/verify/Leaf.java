package org.zongwu.trail.verify;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.zongwu.trail.seal.Sha256;

/** The leaf of a record, computed here and not by the function of the database, which a tamperer could replace. */
final class Leaf {
    private Leaf() {}

    /** @param r columns school_id, id, seq, at, actor_id, actor_name, action, object_type, object_id, object_no, reason, request_id, images */
    static byte[] of(ResultSet r) throws SQLException {
        var at = r.getObject("at", OffsetDateTime.class).toInstant();
        var micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
        var text = new StringBuilder();
        part(text, r.getString("school_id"));
        part(text, r.getString("id"));
        part(text, r.getString("seq"));
        part(text, Long.toString(micros));
        for (var column : new String[] {"actor_id", "actor_name", "action", "object_type", "object_id", "object_no", "reason", "request_id", "images"}) {
            part(text, r.getString(column));
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void part(StringBuilder text, @Nullable String value) {
        if (value == null) text.append('~');
        else text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
    }
}
