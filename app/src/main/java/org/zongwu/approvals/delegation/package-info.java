/** Who stamps in whose stead, from when to when. */
@NullMarked
package org.zongwu.approvals.delegation;

import org.jspecify.annotations.NullMarked;
