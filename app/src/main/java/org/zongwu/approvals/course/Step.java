package org.zongwu.approvals.course;

import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Duty;

/**
 * One stamp that this document needs.
 *
 * @param no         counted from 1; a later one waits for those before it
 * @param decides    the final approval; otherwise a check
 * @param resolution whether it must cite a meeting's resolution
 * @param insteadOf  whose duty it would have been, if anybody with it might sign this document
 */
record Step(int no, Duty duty, boolean decides, boolean resolution, @Nullable Duty insteadOf) {}
