/** Contracts of the example school: in force, ending, ended, and not signed yet. */
@NullMarked
package org.zongwu.contracts.sample;

import org.jspecify.annotations.NullMarked;
