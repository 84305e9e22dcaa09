package org.zongwu.termreport.summary;

import java.util.stream.Collectors;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.termreport.template.FreeDigits;
import org.zongwu.termreport.template.Template;

/** What a text must hold before a version is written of it. */
final class TextCheck {
    private static final int SHOWN = 5;

    private TextCheck() {}

    /** @throws RuleBroken {@code R-SUM-2} with the first numbers that neither a figure nor a person stands behind */
    static void requireAnswered(Template template) {
        var digits = FreeDigits.in(template);
        if (digits.isEmpty()) return;
        throw RuleBroken.at("text", "R-SUM-2", "rule.termreport.free-digits", digits.size(),
                digits.stream().limit(SHOWN).map(f -> f.line() + ": " + f.digits()).collect(Collectors.joining("；")));
    }
}
