package org.zongwu.logbook;

import org.zongwu.kernel.WorkRef;

/** A record was written down here, by whatever screen; heard within its transaction. What came from a file had happened before. */
public record Entered(WorkRef ref) {}
