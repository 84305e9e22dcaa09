/** The report's text as data: words, tokens and sections, and how they become a manuscript. */
@NullMarked
package org.zongwu.termreport.template;

import org.jspecify.annotations.NullMarked;
