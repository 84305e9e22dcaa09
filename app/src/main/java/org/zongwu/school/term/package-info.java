/** The school's terms. */
@NullMarked
package org.zongwu.school.term;

import org.jspecify.annotations.NullMarked;
