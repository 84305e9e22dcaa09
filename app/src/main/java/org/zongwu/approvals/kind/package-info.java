/** What kinds of documents there are to stamp. */
@NullMarked
package org.zongwu.approvals.kind;

import org.jspecify.annotations.NullMarked;
