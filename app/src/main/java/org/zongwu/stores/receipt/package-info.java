/** 入库验收: goods come into the stores when two people have accepted them and the keeper posts. */
@NullMarked
package org.zongwu.stores.receipt;

import org.jspecify.annotations.NullMarked;
