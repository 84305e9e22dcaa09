/** A term of meetings, resolutions and gifts for the example school. */
@NullMarked
package org.zongwu.governance.sample;

import org.jspecify.annotations.NullMarked;
