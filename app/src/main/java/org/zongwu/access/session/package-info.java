/** Who is at work: sessions in the database, the Actor made anew for every request. */
@NullMarked
package org.zongwu.access.session;

import org.jspecify.annotations.NullMarked;
