package org.zongwu.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Databases;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/**
 * The report asks the controls in one snapshot and takes its time; meanwhile the sealer seals and anchors. What it anchored
 * is not in that snapshot and yet not missing.
 */
@Office
class AnchoredMeanwhileIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired Trail trail;
    @Autowired Databases databases;
    @Autowired Anchors anchors;
    @Autowired Clock clock;
    @Autowired List<Control> controls;

    @Test
    void a_head_that_was_anchored_after_the_snapshot_is_not_missing() throws IOException {
        var school = schools.open("anchored-meanwhile", "星城中学", false).id();
        var found = tenancy.read(school, () -> {
            schools.find(school).orElseThrow(); // the snapshot is taken
            CompletableFuture.runAsync(() -> sealAndAnchorSomething(school)).join();
            return control().check().findings();
        });
        assertThat(anchors.read()).anyMatch(line -> line.head() != null && line.head().schoolId() == school);
        assertThat(found).isEmpty();
    }

    @Test
    void a_head_that_is_anchored_and_gone_is_missing() throws IOException {
        var school = schools.open("anchored-and-gone", "星城中学", false).id();
        anchors.append(List.of(new Anchors.Head(school, 1, "00", clock.instant())));
        assertThat(tenancy.read(school, () -> control().check().findings())).hasSize(1);
    }

    private void sealAndAnchorSomething(long school) {
        var actor = new Actor(school, Ids.next(), "李秀兰", Set.of());
        tenancy.write(school, () -> trail.write(actor, "posted", new WorkRef("stores.issue", Ids.next(), "LW-2026-00001"), null, Images.none()));
        var sealing = new Sealing(databases.sealer(), anchors, clock);
        while (anchors.read().stream().noneMatch(line -> line.head() != null && line.head().schoolId() == school)) {
            sealing.seal(); // the office's own sealer may be holding the lock
            sealing.anchor();
        }
    }

    private Control control() {
        return controls.stream().filter(c -> c.id().equals("TRAIL-ANCHOR")).findFirst().orElseThrow();
    }
}
