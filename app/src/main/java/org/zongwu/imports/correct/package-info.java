/** Gives a person's own file back with what is wrong in it written beside each row. */
@NullMarked
package org.zongwu.imports.correct;

import org.jspecify.annotations.NullMarked;
