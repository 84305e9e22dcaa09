/** What receipts and issues share when they are shown: steps, reversal marks, the note of prints. */
@NullMarked
package org.zongwu.stores.slip;

import org.jspecify.annotations.NullMarked;
