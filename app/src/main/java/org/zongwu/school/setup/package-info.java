/** The first people and policy rows of a new school. */
@NullMarked
package org.zongwu.school.setup;

import org.jspecify.annotations.NullMarked;
