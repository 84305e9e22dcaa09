package org.zongwu.trail.verify;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.zongwu.kernel.Control;

/** What a check found, as sentences in the reader's language. Stops listing after a while, never counting. */
final class Findings {
    private static final int LISTED = 200;

    private final ResourceBundle sentences;
    private final String school;
    private final List<String> listed = new ArrayList<>();
    private long rows;
    private long found;

    /** @param school its code, which begins every sentence */
    Findings(Locale locale, String school) {
        // Chosen by hand: the bundles have no common parent to fall back on
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        sentences = ResourceBundle.getBundle("messages.trail", language);
        this.school = school;
    }

    void looked(long more) {
        rows += more;
    }

    void add(String key, Object... args) {
        if (++found <= LISTED) listed.add(school + ": " + say(key, args));
    }

    /** Ids and numbers go in as texts, so that no grouping commas come between the digits. */
    String say(String key, Object... args) {
        var texts = new Object[args.length];
        for (var i = 0; i < args.length; i++) texts[i] = String.valueOf(args[i]);
        return new MessageFormat(sentences.getString("verify." + key)).format(texts);
    }

    Control.Result result() {
        if (found > LISTED) listed.add(school + ": " + say("more", found - LISTED));
        return new Control.Result(rows, List.copyOf(listed));
    }
}
