/** 进货查验: what came in, seen by two. */
@NullMarked
package org.zongwu.canteen.goods;

import org.jspecify.annotations.NullMarked;
