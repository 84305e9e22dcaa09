/** The database server of this instance: unpacked, made, started, checked, migrated, stopped; and the pools to it. */
@NullMarked
package org.zongwu.engine.server;

import org.jspecify.annotations.NullMarked;
