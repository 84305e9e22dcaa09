/** Entries: written by booking rule, balanced, never changed, reversed in red. */
@NullMarked
package org.zongwu.ledger.entry;

import org.jspecify.annotations.NullMarked;
