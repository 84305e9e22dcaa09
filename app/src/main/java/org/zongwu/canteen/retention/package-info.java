/** 留样: a portion of every dish, kept for two days. */
@NullMarked
package org.zongwu.canteen.retention;

import org.jspecify.annotations.NullMarked;
