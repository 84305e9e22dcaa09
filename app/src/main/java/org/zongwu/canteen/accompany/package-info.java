/** 陪餐: who of the school ate with the pupils. */
@NullMarked
package org.zongwu.canteen.accompany;

import org.jspecify.annotations.NullMarked;
