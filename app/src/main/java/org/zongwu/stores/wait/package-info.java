/** 等多久、领多少: how long requests wait, and how much a head takes. */
@NullMarked
package org.zongwu.stores.wait;

import org.jspecify.annotations.NullMarked;
