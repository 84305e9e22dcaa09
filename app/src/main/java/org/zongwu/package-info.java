/** Zongwu (总务): the general-affairs office of a school, from the goods receipt to the term's summary. */
@NullMarked
package org.zongwu;

import org.jspecify.annotations.NullMarked;
