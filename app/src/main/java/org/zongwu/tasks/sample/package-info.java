/** A term of tasks for the example school. */
@NullMarked
package org.zongwu.tasks.sample;

import org.jspecify.annotations.NullMarked;
