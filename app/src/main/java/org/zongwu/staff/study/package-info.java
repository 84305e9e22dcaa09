/** 政治学习: sessions, and who was there. */
@NullMarked
package org.zongwu.staff.study;

import org.jspecify.annotations.NullMarked;
