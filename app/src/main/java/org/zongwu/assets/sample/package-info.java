/** Keepers of the example school's laboratories, library and computer rooms. */
@NullMarked
package org.zongwu.assets.sample;

import org.jspecify.annotations.NullMarked;
