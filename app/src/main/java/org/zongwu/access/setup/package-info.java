/** The first start, recovery from the console, and the page behind every one-time link. */
@NullMarked
package org.zongwu.access.setup;

import org.jspecify.annotations.NullMarked;
