/** Works of a school day, each beside the hand-written SQL that does the same on the same server in the same run. */
package org.zongwu.bench;
