/** The example school: 青禾中学, wholly invented. */
@NullMarked
package org.zongwu.school.sample;

import org.jspecify.annotations.NullMarked;
