/** The step into the next term, and into the next school year. */
@NullMarked
package org.zongwu.school.rollover;

import org.jspecify.annotations.NullMarked;
