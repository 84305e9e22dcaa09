/** The catalogue and the opening stock as a clerk's spreadsheet holds them. */
@NullMarked
package org.zongwu.stores.opening;

import org.jspecify.annotations.NullMarked;
