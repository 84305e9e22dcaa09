/** How often a password may be guessed: by login name and by network. */
@NullMarked
package org.zongwu.access.guard;

import org.jspecify.annotations.NullMarked;
