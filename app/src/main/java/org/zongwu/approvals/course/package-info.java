/** A document on its way: rounds, steps and stamps. */
@NullMarked
package org.zongwu.approvals.course;

import org.jspecify.annotations.NullMarked;
