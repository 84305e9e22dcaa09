/** The one filter chain: what is open, headers, forged requests, where a stranger is sent. */
@NullMarked
package org.zongwu.access.security;

import org.jspecify.annotations.NullMarked;
