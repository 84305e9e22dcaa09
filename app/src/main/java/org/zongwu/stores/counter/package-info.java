/** 签收台: one person signs several slips at once, or several people sign one paper; the keeper posts what is signed. */
@NullMarked
package org.zongwu.stores.counter;

import org.jspecify.annotations.NullMarked;
