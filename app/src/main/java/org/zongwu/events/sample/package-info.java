/** A term of events for the example school. */
@NullMarked
package org.zongwu.events.sample;

import org.jspecify.annotations.NullMarked;
