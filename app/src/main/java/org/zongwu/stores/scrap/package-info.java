/** 报损: what can no longer be used leaves the shelf, with a reason and the director's approval. */
@NullMarked
package org.zongwu.stores.scrap;

import org.jspecify.annotations.NullMarked;
