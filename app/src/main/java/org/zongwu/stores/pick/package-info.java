/** 配货单: what all open requests of a warehouse ask for, in the order of the shelves, to be laid ready in one walk. */
@NullMarked
package org.zongwu.stores.pick;

import org.jspecify.annotations.NullMarked;
