/** 调拨: goods go from one keeper to another. */
@NullMarked
package org.zongwu.stores.transfer;

import org.jspecify.annotations.NullMarked;
