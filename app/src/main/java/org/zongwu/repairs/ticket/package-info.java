/** The report from the broken thing to the confirmed repair: its states, its promises, and who is told. */
@NullMarked
package org.zongwu.repairs.ticket;

import org.jspecify.annotations.NullMarked;
