/** What stocktakes may count in the stores, and the document that a counted difference becomes. */
@NullMarked
package org.zongwu.stores.variance;

import org.jspecify.annotations.NullMarked;
