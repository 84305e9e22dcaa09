/** Robots and mailboxes: when something is passed on, in what pieces, and what is done when nobody answers. */
@NullMarked
package org.zongwu.notices.outlet;

import org.jspecify.annotations.NullMarked;
