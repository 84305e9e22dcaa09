package org.zongwu.access.setup;

import org.jspecify.annotations.Nullable;

/** What the first person types: the school, himself, his password. */
record FirstForm(@Nullable String schoolName, @Nullable String schoolCode, @Nullable String department, @Nullable String staffNo,
        @Nullable String name, @Nullable String login, @Nullable String password) {
    static FirstForm empty() {
        return new FirstForm(null, null, null, null, null, null, null);
    }

    /** Not its password, which would end in a log. */
    @Override
    public String toString() {
        return "FirstForm " + schoolCode + " " + login;
    }
}
