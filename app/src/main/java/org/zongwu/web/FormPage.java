package org.zongwu.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page with one form.
 *
 * @param more  further submit buttons: value of parameter {@code then}, and its words
 * @param about what is decided on, in front of whoever decides
 */
public record FormPage(String title, @Nullable String lead, @Nullable String backPath, @Nullable String backText, String action, FormView form,
        String submit, String note, List<Map.Entry<String, String>> more, @Nullable Paper about) {

    public static FormPage of(String title, String backPath, String backText, String action, FormView form, String submit) {
        return new FormPage(title, null, backPath, backText, action, form, submit, "", List.of(), null);
    }

    public FormPage lead(@Nullable String words) {
        return new FormPage(title, words, backPath, backText, action, form, submit, note, more, about);
    }

    public FormPage note(String words) {
        return new FormPage(title, lead, backPath, backText, action, form, submit, words, more, about);
    }

    public FormPage or(String then, String words) {
        return new FormPage(title, lead, backPath, backText, action, form, submit, note, List.of(Map.entry(then, words)), about);
    }

    public FormPage about(Paper paper) {
        return new FormPage(title, lead, backPath, backText, action, form, submit, note, more, paper);
    }
}
