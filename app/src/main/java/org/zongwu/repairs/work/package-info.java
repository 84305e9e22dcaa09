/** The page of one repair, and the worker's own list. */
@NullMarked
package org.zongwu.repairs.work;

import org.jspecify.annotations.NullMarked;
