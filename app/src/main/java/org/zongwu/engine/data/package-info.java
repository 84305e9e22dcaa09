/** One school a transaction, one answer a key, one number a document. */
@NullMarked
package org.zongwu.engine.data;

import org.jspecify.annotations.NullMarked;
