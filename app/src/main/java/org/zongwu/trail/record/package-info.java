/** Writes and reads the log of changes and the print log. */
@NullMarked
package org.zongwu.trail.record;

import org.jspecify.annotations.NullMarked;
