/** The desk: what must I do, then what happened; and the one search box. */
@NullMarked
package org.zongwu.web.desk;

import org.jspecify.annotations.NullMarked;
