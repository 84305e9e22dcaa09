/** The report of a term: its versions, the figures frozen with each, and what has changed since. */
@NullMarked
package org.zongwu.termreport.summary;

import org.jspecify.annotations.NullMarked;
