/** Encryption on the school's network: a local authority made on the spot, a certificate for every address, the page to trust it. */
@NullMarked
package org.zongwu.launch.lan;

import org.jspecify.annotations.NullMarked;
