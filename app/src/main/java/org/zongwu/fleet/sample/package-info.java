/** A term of trips, costs and guests for the example school. */
@NullMarked
package org.zongwu.fleet.sample;

import org.jspecify.annotations.NullMarked;
