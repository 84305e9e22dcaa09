package org.zongwu.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Provenance;

/**
 * A document on the screen: its paper at the left, what happened and what it is tied to at the right.
 *
 * @param source the line of a file that it came from
 */
public record DocumentPage(String title, String state, Column.Mark mark, String backPath, String backText, Paper paper, List<Step> steps,
        List<Related> related, List<Button> buttons, @Nullable String printNote, FormView form, Provenance.@Nullable Source source) {
    public DocumentPage(String title, String state, Column.Mark mark, String backPath, String backText, Paper paper, List<Step> steps, List<Related> related,
            List<Button> buttons, @Nullable String printNote, FormView form) {
        this(title, state, mark, backPath, backText, paper, steps, related, buttons, printNote, form, null);
    }

    /** @param css {@code now} for the present state, {@code red} for a reversal, {@code todo-next} for what comes */
    public record Step(String what, String when, @Nullable String words, String css) {}

    public record Related(String label, String text, @Nullable String path) {}

    /** @param post a form button that does it; otherwise a link to the page where it is done */
    public record Button(String text, String path, boolean post, String css, String icon) {
        public static Button primary(String text, String path, String icon) {
            return new Button(text, path, true, "pri", icon);
        }

        public static Button plain(String text, String path, String icon) {
            return new Button(text, path, true, "", icon);
        }

        public static Button danger(String text, String path, String icon) {
            return new Button(text, path, false, "dan", icon);
        }

        public static Button link(String text, String path, String icon) {
            return new Button(text, path, false, "", icon);
        }
    }
}
