package org.zongwu.logbook;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.zongwu.web.Messages;

/** The words by which a value is meant in a file: its own in both languages, and what else clerks write. */
final class Words {
    private Words() {}

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "").toLowerCase(Locale.ROOT);
    }

    /** What people call a record by number, 第3次 and 3 alike; anything else as it stands. */
    static String number(String text) {
        var plain = plain(text);
        var digits = plain.replaceAll("^(第|no\\.?|№)|(次|号|项|条|期|批)$", "");
        return digits.matches("\\d+") ? digits.replaceFirst("^0+(?=\\d)", "") : plain;
    }

    static Set<String> of(Messages messages, String key) {
        var all = new LinkedHashSet<String>();
        for (var text : messages.inEveryLanguage(key)) all.add(plain(text));
        all.addAll(listed(messages, key + ".synonyms"));
        return all;
    }

    /** The words that a message lists. */
    static Set<String> listed(Messages messages, String key) {
        var all = new LinkedHashSet<String>();
        for (var text : messages.inEveryLanguage(key)) for (var word : text.split("[、,，]")) all.add(plain(word));
        return all;
    }
}
