/** Accounts and the links by which people set their passwords. */
@NullMarked
package org.zongwu.access.account;

import org.jspecify.annotations.NullMarked;
