/** 隐患: found, mended, verified by another. */
@NullMarked
package org.zongwu.safety.hazard;

import org.jspecify.annotations.NullMarked;
