/** Tokens by which programs read figures and reports: who made them, until when they are good, and who they are at work. */
@NullMarked
package org.zongwu.access.apitoken;

import org.jspecify.annotations.NullMarked;
