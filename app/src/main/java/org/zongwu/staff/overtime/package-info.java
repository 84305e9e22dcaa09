/** 加班: approved hours, counted as days. */
@NullMarked
package org.zongwu.staff.overtime;

import org.jspecify.annotations.NullMarked;
