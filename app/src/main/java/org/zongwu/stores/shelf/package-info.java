/** Where things lie: the place of an item on the shelves of a warehouse. */
@NullMarked
package org.zongwu.stores.shelf;

import org.jspecify.annotations.NullMarked;
