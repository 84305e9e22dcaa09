/** 安全检查. */
@NullMarked
package org.zongwu.safety.inspection;

import org.jspecify.annotations.NullMarked;
