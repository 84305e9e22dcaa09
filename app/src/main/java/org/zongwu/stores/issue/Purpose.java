package org.zongwu.stores.issue;

/** What goods are used for, which decides the account of the expense (domain.md §4.4 row 4). Its word is {@code stores.purpose.NAME}. */
public enum Purpose {
    TEACHING, ADMIN,
    /** For a piece of work that the slip must name (R-ISS-5); the general-affairs office bears it. */
    REPAIR;

    /** The variant of the booking rule. */
    String booked() {
        return this == TEACHING ? TEACHING.name() : ADMIN.name();
    }
}
