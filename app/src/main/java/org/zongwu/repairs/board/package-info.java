/** The dispatcher's board. */
@NullMarked
package org.zongwu.repairs.board;

import org.jspecify.annotations.NullMarked;
