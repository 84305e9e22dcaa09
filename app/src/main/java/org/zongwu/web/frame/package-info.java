/** The frame of every page: views, navigation, who may call what, errors. */
@NullMarked
package org.zongwu.web.frame;

import org.jspecify.annotations.NullMarked;
