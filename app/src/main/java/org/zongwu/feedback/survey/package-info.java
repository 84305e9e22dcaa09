/** 满意度问卷: one answer a person, sums only. */
@NullMarked
package org.zongwu.feedback.survey;

import org.jspecify.annotations.NullMarked;
