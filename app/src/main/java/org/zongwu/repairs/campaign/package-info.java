/** 假期维修: the list of a holiday, and which buildings may open. */
@NullMarked
package org.zongwu.repairs.campaign;

import org.jspecify.annotations.NullMarked;
