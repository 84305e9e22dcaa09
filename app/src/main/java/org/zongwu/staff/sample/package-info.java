/** A term of study, overtime, honours and union activities for the example school. */
@NullMarked
package org.zongwu.staff.sample;

import org.jspecify.annotations.NullMarked;
