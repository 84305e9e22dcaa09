/** Old slips as a clerk's spreadsheet holds them: goods that came, goods that went, what the classes were handed. */
@NullMarked
package org.zongwu.stores.paper;

import org.jspecify.annotations.NullMarked;
