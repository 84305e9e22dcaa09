/** Proves the trail against the tables and the anchors. Reads only, mends nothing, and needs nothing but the database and a file. */
@NullMarked
package org.zongwu.trail.verify;

import org.jspecify.annotations.NullMarked;
