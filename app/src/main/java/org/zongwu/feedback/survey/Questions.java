package org.zongwu.feedback.survey;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The questions of a survey, and the letters by which they are answered. */
record Questions(List<String> all) {
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("满意", "A"), Map.entry("很满意", "A"), Map.entry("非常满意", "A"), Map.entry("较满意", "B"), Map.entry("比较满意", "B"), Map.entry("基本满意", "B"),
            Map.entry("一般", "C"), Map.entry("不满意", "D"), Map.entry("弃权", "E"), Map.entry("不了解", "E"), Map.entry("", "E"));

    static Questions of(String text) {
        return new Questions(text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }

    /** Which one asks for the whole: the last that says 总体, else the last, from 0. */
    int overall() {
        for (var i = all.size() - 1; i >= 0; i--) if (all.get(i).matches("(?i).*(总体|总的|整体|overall).*")) return i;
        return all.size() - 1;
    }

    /** A letter however it is written; none for what is no single answer, as two ticks. */
    static Optional<String> level(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s√✓]", "").toUpperCase(Locale.ROOT);
        return plain.matches("[A-E]") ? Optional.of(plain) : Optional.ofNullable(WORDS.get(plain));
    }
}
