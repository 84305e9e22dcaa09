package org.zongwu.access.setup;

import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;

/** What the first person types: the school, himself, his password. */
record FirstForm(@Nullable String schoolName, @Nullable String schoolCode, @Nullable String department, @Nullable String staffNo,
        @Nullable String name, @Nullable String login, @Nullable String password) {
    static FirstForm empty() {
        return new FirstForm(null, null, null, null, null, null, null);
    }

    /** Everything but the password, to be shown again. */
    SetUpPage page(String token, @Nullable RuleBroken refusal) {
        return new SetUpPage(token, shown(schoolName), shown(schoolCode), shown(department), shown(staffNo), shown(name), shown(login), refusal);
    }

    private static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Not its password, which would end in a log. */
    @Override
    public String toString() {
        return "FirstForm " + schoolCode + " " + login;
    }
}
