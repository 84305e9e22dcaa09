package org.zongwu.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;

/** The words of the product, from the bundles under {@code messages/}, in the reader's language. */
@Component
public class Messages {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /** The message; a key that is missing shows itself, and {@code MessageKeysTests} fails. */
    public String say(String key, Object... args) {
        return source.getMessage(key, args(args), key, locale());
    }

    /** The first of the keys that has a message. */
    public String first(String... keys) {
        for (var key : keys) {
            var text = source.getMessage(key, null, null, locale());
            if (text != null) return text;
        }
        return keys[0];
    }

    public boolean has(String key) {
        return source.getMessage(key, null, null, locale()) != null;
    }

    /** What the key says in each language of the product, each text once; nothing when no bundle has it. */
    public List<String> inEveryLanguage(String key) {
        return LANGUAGES.stream().map(l -> source.getMessage(key, null, null, l)).filter(Objects::nonNull).distinct().toList();
    }

    /** The sentence of a refusal. */
    public String say(RuleBroken refusal) {
        return say(refusal.key(), refusal.args().toArray());
    }

    public String say(String key, List<Object> args) {
        return say(key, args.toArray());
    }

    public static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private Object[] args(Object[] args) {
        var shown = new Object[args.length];
        for (var i = 0; i < args.length; i++) {
            shown[i] = switch (args[i]) {
                case Money m -> m.toString();
                case Quantity q -> q.toString();
                case Enum<?> e -> first(e.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + e.name());
                case java.time.LocalDate d -> d.toString();
                case Number n -> n;
                case null -> "";
                default -> args[i];
            };
        }
        return shown;
    }
}
