/** The inbox of each person: the record of what he was told. */
@NullMarked
package org.zongwu.notices.inbox;

import org.jspecify.annotations.NullMarked;
