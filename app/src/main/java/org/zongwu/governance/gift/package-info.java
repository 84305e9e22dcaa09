/** 礼品登记: declared in time, handed in, disposed of by another. */
@NullMarked
package org.zongwu.governance.gift;

import org.jspecify.annotations.NullMarked;
