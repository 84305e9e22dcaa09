/** 借领 by quantity: asked for, signed, handed out, renewed, brought back in parts, or lost and paid for. */
@NullMarked
package org.zongwu.stores.loan;

import org.jspecify.annotations.NullMarked;
