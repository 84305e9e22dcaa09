/** Secrets that open something: drawn here, given to one person, kept as hashes. */
@NullMarked
package org.zongwu.access.token;

import org.jspecify.annotations.NullMarked;
