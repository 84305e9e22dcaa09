/** 退库: what was issued and not needed comes back at the cost at which it went out. */
@NullMarked
package org.zongwu.stores.returns;

import org.jspecify.annotations.NullMarked;
