/** Figures and reports for other programs: they read with a token, and nothing else is there for them. */
@NullMarked
package org.zongwu.termreport.api;

import org.jspecify.annotations.NullMarked;
