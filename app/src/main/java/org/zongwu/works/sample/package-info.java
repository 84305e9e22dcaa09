/** Projects of the example school: finished in the summer, under way, and proposed. */
@NullMarked
package org.zongwu.works.sample;

import org.jspecify.annotations.NullMarked;
