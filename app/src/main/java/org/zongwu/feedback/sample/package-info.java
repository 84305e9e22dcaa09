/** A term of suggestions for the example school. */
@NullMarked
package org.zongwu.feedback.sample;

import org.jspecify.annotations.NullMarked;
