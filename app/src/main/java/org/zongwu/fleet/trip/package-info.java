/** 派车: asked for, approved by another, and read off the odometer. */
@NullMarked
package org.zongwu.fleet.trip;

import org.jspecify.annotations.NullMarked;
