/** The text of a report while it is being written, and the texts that come with the product. */
@NullMarked
package org.zongwu.termreport.text;

import org.jspecify.annotations.NullMarked;
