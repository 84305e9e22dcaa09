package org.zongwu.access.setup;

import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;

/** The page behind a one-time link: whose account it is, and the new password. */
public record PasswordPage(String token, String login, @Nullable RuleBroken refusal) {}
