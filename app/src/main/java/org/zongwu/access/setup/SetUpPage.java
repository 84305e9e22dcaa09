package org.zongwu.access.setup;

import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.RuleBroken;

/** The page of the first start. The password is never kept. */
public record SetUpPage(String token, FirstEntry form, @Nullable RuleBroken refusal) {}
