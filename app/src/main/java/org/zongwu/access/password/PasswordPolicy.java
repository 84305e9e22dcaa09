package org.zongwu.access.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.zongwu.kernel.RuleBroken;

/**
 * What a password must be (NIST SP 800-63B-4): long enough, and not one that is tried first. Nothing about which
 * characters it is made of, and it never expires.
 */
final class PasswordPolicy {
    static final int SHORTEST = 8;
    /** Only so that nobody sends a book; NIST asks for 64 at least. */
    static final int LONGEST = 256;

    private static final String RULE = "R-ACC-PW";
    private static final Set<String> RUNS = Set.of("01234567890123456789", "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p");

    private final Set<String> common = common();

    /**
     * Refuses what is too short, too long, or among the first guesses.
     *
     * @param about what others know of the person and the school: login, name, pinyin, staff number, the school's name and code
     * @throws RuleBroken {@code R-ACC-PW} at field {@code password}
     */
    void check(String password, Collection<String> about) {
        var normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        var length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) throw RuleBroken.at("password", RULE, "rule.access.password.short", SHORTEST);
        if (length > LONGEST) throw RuleBroken.at("password", RULE, "rule.access.password.long", LONGEST);
        var plain = plain(password);
        if (common.contains(plain) || monotonous(plain)) throw RuleBroken.at("password", RULE, "rule.access.password.common");
        if (saysOnly(plain, about)) throw RuleBroken.at("password", RULE, "rule.access.password.known");
    }

    /** Two different characters at most, or a run along the alphabet, the digits or the keyboard, either way. */
    private static boolean monotonous(String plain) {
        if (plain.codePoints().distinct().count() <= 2) return true;
        var back = new StringBuilder(plain).reverse().toString();
        return RUNS.stream().anyMatch(run -> run.contains(plain) || run.contains(back));
    }

    /** Without what is known of the person there is next to nothing left. */
    private static boolean saysOnly(String plain, Collection<String> about) {
        var left = plain;
        var known = about.stream().map(PasswordPolicy::plain).filter(word -> word.codePointCount(0, word.length()) >= 2)
                .sorted((a, b) -> b.length() - a.length()).toList();
        for (var word : known) left = left.replace(word, "");
        return !left.equals(plain) && left.codePointCount(0, left.length()) < 5;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private static Set<String> common() {
        try (var in = PasswordPolicy.class.getResourceAsStream("/access/common-passwords.txt")) {
            if (in == null) throw new IllegalStateException("common-passwords.txt is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
