/** 往来单位, each once, with the other names they go by. */
@NullMarked
package org.zongwu.parties.party;

import org.jspecify.annotations.NullMarked;
