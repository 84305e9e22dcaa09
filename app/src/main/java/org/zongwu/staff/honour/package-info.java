/** 荣誉, each with what proves it. */
@NullMarked
package org.zongwu.staff.honour;

import org.jspecify.annotations.NullMarked;
