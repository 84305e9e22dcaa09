/** Photos of what is broken and of what was mended, without the place and the phone that they were taken with. */
@NullMarked
package org.zongwu.repairs.photo;

import org.jspecify.annotations.NullMarked;
