/** What figures should reach. */
@NullMarked
package org.zongwu.termreport.target;

import org.jspecify.annotations.NullMarked;
