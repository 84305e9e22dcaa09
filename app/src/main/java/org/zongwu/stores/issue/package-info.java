/** 领物: goods leave the stores against a slip that the receiver signed and the keeper posts. */
@NullMarked
package org.zongwu.stores.issue;

import org.jspecify.annotations.NullMarked;
