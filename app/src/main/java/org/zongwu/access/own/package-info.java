/** What everybody may do with his own account. */
@NullMarked
package org.zongwu.access.own;

import org.jspecify.annotations.NullMarked;
