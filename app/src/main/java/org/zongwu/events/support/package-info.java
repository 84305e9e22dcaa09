/** 活动保障: asked for, planned, ready, supported, reviewed. */
@NullMarked
package org.zongwu.events.support;

import org.jspecify.annotations.NullMarked;
