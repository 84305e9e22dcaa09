/** The accounts, periods and booking rules of a school. */
@NullMarked
package org.zongwu.ledger.books;

import org.jspecify.annotations.NullMarked;
