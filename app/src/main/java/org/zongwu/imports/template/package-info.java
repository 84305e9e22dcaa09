/** What may be imported, and the empty workbook that says how. */
@NullMarked
package org.zongwu.imports.template;

import org.jspecify.annotations.NullMarked;
