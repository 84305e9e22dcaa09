/** The tables and charts of a report. */
@NullMarked
package org.zongwu.termreport.insert;

import org.jspecify.annotations.NullMarked;
