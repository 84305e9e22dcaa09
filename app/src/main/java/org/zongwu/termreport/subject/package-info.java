/** What reports are about: a theme, a period, and for one kind a person. */
@NullMarked
package org.zongwu.termreport.subject;

import org.jspecify.annotations.NullMarked;
