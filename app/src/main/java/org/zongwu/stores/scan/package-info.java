/** 扫码录单: a scan gun, a paste or typing makes the lines of a draft. */
@NullMarked
package org.zongwu.stores.scan;

import org.jspecify.annotations.NullMarked;
