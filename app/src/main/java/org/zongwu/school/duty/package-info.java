/** Who holds which duty, and which two no one person may hold. */
@NullMarked
package org.zongwu.school.duty;

import org.jspecify.annotations.NullMarked;
