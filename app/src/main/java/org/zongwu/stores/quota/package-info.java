/** 定额: how much a person, a class or a department may take in a month, a term or a year, and how much of it is used (R-ISS-3). */
@NullMarked
package org.zongwu.stores.quota;

import org.jspecify.annotations.NullMarked;
