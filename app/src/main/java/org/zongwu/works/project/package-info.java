/** 工程项目: a price fixed by one, awarded by another, audited by a third; payments below the ceiling. */
@NullMarked
package org.zongwu.works.project;

import org.jspecify.annotations.NullMarked;
