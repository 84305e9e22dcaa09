package org.zongwu.launch;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.zongwu.kernel.RuleBroken;

/** Says a refusal on the console in both languages, from the bundles of the module that refused. */
final class Sentences {
    private Sentences() {}

    static String of(RuleBroken refusal) {
        return refusal.ruleId() + ": " + say(refusal, Locale.SIMPLIFIED_CHINESE) + "\n" + say(refusal, Locale.ENGLISH);
    }

    private static String say(RuleBroken refusal, Locale locale) {
        var parts = refusal.key().split("\\."); // rule.<module>.<what>
        try {
            var pattern = ResourceBundle.getBundle("messages/" + (parts.length > 1 ? parts[1] : "web"), locale).getString(refusal.key());
            return new MessageFormat(pattern, locale).format(refusal.args().toArray());
        } catch (MissingResourceException e) {
            return refusal.key() + " " + refusal.args();
        }
    }
}
