package org.zongwu.termreport.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.template.FigureText;

/**
 * What a figure should reach, in its unit.
 *
 * @param atLeast null without a lower bound; {@code atMost} likewise
 */
public record Target(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
    public boolean isMet(BigDecimal value) {
        return (atLeast == null || value.compareTo(atLeast) >= 0) && (atMost == null || value.compareTo(atMost) <= 0);
    }

    /** As {@code ≥95%}, {@code ≤3}, {@code 10–20}. */
    public String shown(Unit unit) {
        if (atLeast == null) return "≤" + FigureText.of(atMost, unit);
        return atMost == null ? "≥" + FigureText.of(atLeast, unit) : FigureText.of(atLeast, unit) + "–" + FigureText.of(atMost, unit);
    }
}
