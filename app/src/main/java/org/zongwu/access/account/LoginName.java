package org.zongwu.access.account;

import java.text.Normalizer;
import java.util.Locale;
import org.zongwu.kernel.RuleBroken;

/** Login names that look alike are alike: compared after NFKC and case folding. */
public final class LoginName {
    static final int LONGEST = 64;

    private LoginName() {}

    /** The name as it is stored and compared. */
    public static String fold(String typed) {
        var plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        // up and down again: some letters have several small forms
        return Normalizer.normalize(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** A name for a new account. @throws RuleBroken {@code R-ACC-LOGIN} at field {@code login} */
    public static String of(String typed) {
        var login = fold(typed);
        if (!login.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,31}")) throw RuleBroken.at("login", "R-ACC-LOGIN", "rule.access.login.form");
        return login;
    }
}
