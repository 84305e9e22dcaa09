/** 车辆: one file a car. */
@NullMarked
package org.zongwu.fleet.vehicle;

import org.jspecify.annotations.NullMarked;
