/** What the school counts of itself: people, classes, rooms, duties. */
@NullMarked
package org.zongwu.school.figure;

import org.jspecify.annotations.NullMarked;
