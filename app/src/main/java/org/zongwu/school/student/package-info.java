/** Students and the classes they are in, from when to when. */
@NullMarked
package org.zongwu.school.student;

import org.jspecify.annotations.NullMarked;
