/** A term of the canteen's logs for the example school. */
@NullMarked
package org.zongwu.canteen.sample;

import org.jspecify.annotations.NullMarked;
