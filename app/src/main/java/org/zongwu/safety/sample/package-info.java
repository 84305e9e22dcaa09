/** A term of inspections and hazards for the example school. */
@NullMarked
package org.zongwu.safety.sample;

import org.jspecify.annotations.NullMarked;
