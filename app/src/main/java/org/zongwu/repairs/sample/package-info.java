/** Repairs of the example school. */
@NullMarked
package org.zongwu.repairs.sample;

import org.jspecify.annotations.NullMarked;
