/** 移交清册: a warehouse passes from one keeper to the next by a list that is counted and signed by three. */
@NullMarked
package org.zongwu.stores.handover;

import org.jspecify.annotations.NullMarked;
