package org.zongwu.trail.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.zongwu.kernel.Control;
import org.zongwu.trail.seal.Anchors;

/** Proves one school. The caller's transaction gives the snapshot; nothing is written and nothing is mended. */
final class Verifier {
    static final List<String> CHECKS = List.of("TRAIL-LEAF", "TRAIL-SEAL", "TRAIL-ANCHOR", "TRAIL-ROWS", "TRAIL-RIGHTS");

    private final Connection db;
    private final long school;
    private final String code;
    private final Anchors anchors;
    private final List<Anchors.Line> anchored;
    private final Instant now;
    private final Locale locale;

    /**
     * @param code     how people call the school; it begins every finding
     * @param anchored the lines of {@code anchors}, read before the snapshot was taken: a head that was sealed and anchored
     *                 since is not missing
     */
    Verifier(Connection db, long school, String code, Anchors anchors, List<Anchors.Line> anchored, Instant now, Locale locale) {
        this.db = db;
        this.school = school;
        this.code = code;
        this.anchors = anchors;
        this.anchored = anchored;
        this.now = now;
        this.locale = locale;
    }

    Control.Result check(String id) throws SQLException {
        var findings = new Findings(locale, code);
        switch (id) {
            case "TRAIL-LEAF" -> LeafCheck.run(db, school, findings);
            case "TRAIL-SEAL" -> new SealCheck(db, school, findings).run(now);
            case "TRAIL-ANCHOR" -> AnchorCheck.run(db, school, anchors, anchored, now, findings);
            case "TRAIL-ROWS" -> RowCheck.run(db, school, findings);
            case "TRAIL-RIGHTS" -> RightsCheck.run(db, findings);
            default -> throw new IllegalArgumentException(id);
        }
        return findings.result();
    }
}
