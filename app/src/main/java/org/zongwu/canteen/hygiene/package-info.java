/** 消毒 and 餐厨废弃物. */
@NullMarked
package org.zongwu.canteen.hygiene;

import org.jspecify.annotations.NullMarked;
