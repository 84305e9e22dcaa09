/** 退货: goods go back to who supplied them. */
@NullMarked
package org.zongwu.stores.supplierreturn;

import org.jspecify.annotations.NullMarked;
