/** 钥匙登记: keys on loan. */
@NullMarked
package org.zongwu.assets.key;

import org.jspecify.annotations.NullMarked;
