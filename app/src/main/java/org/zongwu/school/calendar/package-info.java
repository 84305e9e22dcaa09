/** Days off, days worked instead of them, hours of work, and when a promise is due by them. */
@NullMarked
package org.zongwu.school.calendar;

import org.jspecify.annotations.NullMarked;
