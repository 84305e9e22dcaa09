package org.zongwu.stores.issue;

/** What goods are used for, which decides the account of the expense (domain.md §4.4 row 4). Its word is {@code stores.purpose.NAME}. */
public enum Purpose {
    TEACHING, ADMIN
}
