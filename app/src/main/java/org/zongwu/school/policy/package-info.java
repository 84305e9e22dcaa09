/** Policy numbers as dated rows with a source. */
@NullMarked
package org.zongwu.school.policy;

import org.jspecify.annotations.NullMarked;
