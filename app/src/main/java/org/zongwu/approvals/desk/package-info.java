/** What stamps ask of people, what must hold of them, and where they are found. */
@NullMarked
package org.zongwu.approvals.desk;

import org.jspecify.annotations.NullMarked;
