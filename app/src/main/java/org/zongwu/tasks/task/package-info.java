/** 督办: given, done with evidence, confirmed by another. */
@NullMarked
package org.zongwu.tasks.task;

import org.jspecify.annotations.NullMarked;
