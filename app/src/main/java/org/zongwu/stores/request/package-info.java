/** 申领: what people ask for from their phones, and what other rooms ask for their work. */
@NullMarked
package org.zongwu.stores.request;

import org.jspecify.annotations.NullMarked;
