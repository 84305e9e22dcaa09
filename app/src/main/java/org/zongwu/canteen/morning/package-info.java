/** 晨检: who may work in the kitchen today. */
@NullMarked
package org.zongwu.canteen.morning;

import org.jspecify.annotations.NullMarked;
