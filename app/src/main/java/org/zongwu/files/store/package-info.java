/** Keeps originals on disk under their SHA-256, looks at what comes in, and hands them out again. */
@NullMarked
package org.zongwu.files.store;

import org.jspecify.annotations.NullMarked;
