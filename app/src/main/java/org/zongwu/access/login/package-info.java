/** Logging in and out. */
@NullMarked
package org.zongwu.access.login;

import org.jspecify.annotations.NullMarked;
