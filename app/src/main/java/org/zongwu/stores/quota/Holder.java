package org.zongwu.stores.quota;

/** Whose quota it is. Its word is {@code stores.quota.holder.NAME}. */
enum Holder {
    PERSON, CLASS, DEPARTMENT
}
