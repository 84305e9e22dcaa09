/** 工会活动. */
@NullMarked
package org.zongwu.staff.union;

import org.jspecify.annotations.NullMarked;
