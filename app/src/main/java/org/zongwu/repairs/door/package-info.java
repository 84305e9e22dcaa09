/** The code on the door: reporting and looking after it without a log-in. */
@NullMarked
package org.zongwu.repairs.door;

import org.jspecify.annotations.NullMarked;
