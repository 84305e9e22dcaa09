/** 开学发放: a class kit, handed to all classes in one act, with the proof that what was there is where it should be (R-ISS-4). */
@NullMarked
package org.zongwu.stores.kit;

import org.jspecify.annotations.NullMarked;
