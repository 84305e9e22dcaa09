/** The school's own Word file, into which its reports are written. */
@NullMarked
package org.zongwu.termreport.letterhead;

import org.jspecify.annotations.NullMarked;
