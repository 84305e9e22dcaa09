/** A term of the example school's stores, made through the services by the people whose work it is. */
@NullMarked
package org.zongwu.stores.sample;

import org.jspecify.annotations.NullMarked;
