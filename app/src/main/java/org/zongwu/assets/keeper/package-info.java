/** 专室保管: each room with one keeper at a time, handed over before witnesses. */
@NullMarked
package org.zongwu.assets.keeper;

import org.jspecify.annotations.NullMarked;
