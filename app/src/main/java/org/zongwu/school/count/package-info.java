/** How the school counts itself on a day: shared by the registers and figures of its features. */
@NullMarked
package org.zongwu.school.count;

import org.jspecify.annotations.NullMarked;
