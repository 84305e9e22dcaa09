/** 公务接待: no letter, no reception; not more hosts than allowed. */
@NullMarked
package org.zongwu.fleet.reception;

import org.jspecify.annotations.NullMarked;
