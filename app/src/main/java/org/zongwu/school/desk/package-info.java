/** What the school adds to the frame: its menu, the line of the term, the search, what must be done, what must hold. */
@NullMarked
package org.zongwu.school.desk;

import org.jspecify.annotations.NullMarked;
