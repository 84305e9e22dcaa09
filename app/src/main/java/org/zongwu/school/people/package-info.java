/** Staff and departments, with where everybody was when. */
@NullMarked
package org.zongwu.school.people;

import org.jspecify.annotations.NullMarked;
