/** 会议与决议: who was there, what was decided, and whether it was done. */
@NullMarked
package org.zongwu.governance.meeting;

import org.jspecify.annotations.NullMarked;
