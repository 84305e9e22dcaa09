package org.zongwu.termreport.template;

import org.jspecify.annotations.Nullable;

/**
 * One line of the plan (R-PLAN-2).
 *
 * @param text  what is to be done, in words
 * @param count how many records it comes from
 * @param due   until when, in words
 * @param link  path of the register that it comes from
 */
public record Task(String text, long count, @Nullable String owner, String due, String link) {}
