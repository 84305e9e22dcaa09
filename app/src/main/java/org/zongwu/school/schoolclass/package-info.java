/** Classes: cohorts with a number and a head teacher. */
@NullMarked
package org.zongwu.school.schoolclass;

import org.jspecify.annotations.NullMarked;
