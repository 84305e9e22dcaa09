/** 三有: what came is registered, what was used is recorded, what is lent has its slip, and together they are what lies there (R-3L-1). */
@NullMarked
package org.zongwu.stores.proof;

import org.jspecify.annotations.NullMarked;
