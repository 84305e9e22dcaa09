/** Documents on paper: A5 as PDF, and the count of prints. */
@NullMarked
package org.zongwu.web.print;

import org.jspecify.annotations.NullMarked;
