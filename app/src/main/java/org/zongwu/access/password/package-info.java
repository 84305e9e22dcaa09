/** What a password must be, and how it is hashed and compared. */
@NullMarked
package org.zongwu.access.password;

import org.jspecify.annotations.NullMarked;
