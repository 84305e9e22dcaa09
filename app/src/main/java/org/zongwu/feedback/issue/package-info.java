/** 师生反映: received, replied, closed. */
@NullMarked
package org.zongwu.feedback.issue;

import org.jspecify.annotations.NullMarked;
