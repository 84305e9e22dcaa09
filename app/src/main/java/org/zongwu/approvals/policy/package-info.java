/** Rules by which a document needs whose stamps: dated, proposed by one, set by another. */
@NullMarked
package org.zongwu.approvals.policy;

import org.jspecify.annotations.NullMarked;
