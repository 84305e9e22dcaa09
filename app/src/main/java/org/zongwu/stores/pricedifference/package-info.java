/** 价差: the invoice of goods that stood in the books at an estimate has come. */
@NullMarked
package org.zongwu.stores.pricedifference;

import org.jspecify.annotations.NullMarked;
