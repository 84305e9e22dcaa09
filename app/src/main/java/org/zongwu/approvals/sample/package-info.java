/** What the example school has of stand-ins. */
@NullMarked
package org.zongwu.approvals.sample;

import org.jspecify.annotations.NullMarked;
