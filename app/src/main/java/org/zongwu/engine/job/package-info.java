/** The one jobs table: left in a transaction, done after it, tried again, given up with the reason kept. */
@NullMarked
package org.zongwu.engine.job;

import org.jspecify.annotations.NullMarked;
