package org.zongwu.kernel;

import java.util.List;

/** A rule that must hold over all records, asked by {@code verify}, the nightly proof and the closings. */
public interface Control {
    /** Id as in domain.md, {@code R-STK-1}. */
    String id();

    /** Looks at every record of the current school; an empty list of findings means that the rule holds. */
    Result check();

    /** @param rows how many records were looked at */
    record Result(long rows, List<String> findings) {
        public boolean ok() {
            return findings.isEmpty();
        }
    }
}
