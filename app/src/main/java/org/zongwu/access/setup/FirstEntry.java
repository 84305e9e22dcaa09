package org.zongwu.access.setup;

import org.jspecify.annotations.Nullable;

/** What the first person types: the school, himself, his password. */
public record FirstEntry(@Nullable String schoolName, @Nullable String schoolCode, @Nullable String department, @Nullable String staffNo,
        @Nullable String name, @Nullable String login, @Nullable String password) {
    static FirstEntry empty() {
        return new FirstEntry(null, null, null, null, null, null, null);
    }

    /** Not its password, which would end in a log. */
    @Override
    public String toString() {
        return "FirstEntry " + schoolCode + " " + login;
    }
}
