package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.zongwu.trail.seal.Anchors;

/** What one check of {@code verify} finds of one school, for tests of other rooms. */
public final class Checked {
    private Checked() {}

    public static List<String> findings(Connection superuser, long school, Anchors anchors, String check) throws SQLException {
        return new Verifier(superuser, school, "tampered", anchors, anchors.read(), Instant.now(), Locale.ENGLISH).check(check).findings();
    }
}
