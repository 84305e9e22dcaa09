/** 合同台账: contracts from draft to settlement, and their schedules. */
@NullMarked
package org.zongwu.contracts.contract;

import org.jspecify.annotations.NullMarked;
