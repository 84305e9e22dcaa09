package org.zongwu.access.login;

import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;

/**
 * The door.
 *
 * @param schoolName the one school's name; null when there are several, and then the code is asked for
 * @param noSchool   nothing is set up yet
 * @param demo       an example school
 * @param login      kept after a refusal; the password never is
 */
public record LogInPage(@Nullable String schoolName, boolean noSchool, boolean demo, String school, String login, String to,
        @Nullable RuleBroken refusal) {
    public boolean asksForSchool() {
        return schoolName == null && !noSchool;
    }
}
