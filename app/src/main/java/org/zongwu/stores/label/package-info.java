/** 标签: shelf and item labels with a code to scan, on sheets and on a roll. */
@NullMarked
package org.zongwu.stores.label;

import org.jspecify.annotations.NullMarked;
