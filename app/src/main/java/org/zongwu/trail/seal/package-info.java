/** Seals what has been written, behind the writers, and anchors the heads outside of the database. */
@NullMarked
package org.zongwu.trail.seal;

import org.jspecify.annotations.NullMarked;
