package org.zongwu.imports.run;

import java.util.List;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.kernel.RuleBroken;

/** A run cannot be taken back, because something stands on what it made. */
final class StillUsed extends RuleBroken {
    private final transient List<Dependent> dependents;

    StillUsed(List<Dependent> dependents) {
        super("R-IMP-9", "rule.imports.still-used", dependents.size());
        this.dependents = dependents;
    }

    List<Dependent> dependents() {
        return dependents;
    }
}
