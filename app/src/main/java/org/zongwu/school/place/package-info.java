/** Campuses, buildings and rooms. */
@NullMarked
package org.zongwu.school.place;

import org.jspecify.annotations.NullMarked;
