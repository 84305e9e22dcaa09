package org.zongwu.access.login;

import org.jspecify.annotations.Nullable;

/** What was typed at the door. */
record LogInForm(@Nullable String school, @Nullable String login, @Nullable String password, @Nullable String to) {
    String typedLogin() {
        return login == null ? "" : login;
    }

    String typedPassword() {
        return password == null ? "" : password;
    }

    /** Not its password, which would end in a log. */
    @Override
    public String toString() {
        return "LogInForm " + login;
    }
}
