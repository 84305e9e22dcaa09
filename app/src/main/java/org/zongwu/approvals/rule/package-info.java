/** Rules by which a document needs whose stamps: dated, proposed by one, set by another. */
@NullMarked
package org.zongwu.approvals.rule;

import org.jspecify.annotations.NullMarked;
