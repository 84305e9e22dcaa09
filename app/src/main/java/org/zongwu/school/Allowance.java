package org.zongwu.school;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.zongwu.kernel.RuleBroken;

/**
 * How long something may take, as a policy says it: {@code 2h} round the clock, {@code 4wh} hours of work, {@code 3wd} days of work.
 *
 * @param amount above zero
 */
public record Allowance(int amount, Measure measure) {
    /** What a policy value must look like. */
    public static final String PATTERN = "[1-9][0-9]{0,3}(?:m|h|d|wm|wh|wd)";
    private static final Pattern CODE = Pattern.compile("([1-9][0-9]{0,3})(wm|wh|wd|m|h|d)");

    /**
     * MINUTES and HOURS go round the clock; DAYS end at midnight. WORKING_MINUTES and WORKING_HOURS pass only while the school works;
     * WORKING_DAYS end when work ends on the last of them, and the day on which they begin is none of them.
     */
    public enum Measure {
        MINUTES("m"), HOURS("h"), DAYS("d"), WORKING_MINUTES("wm"), WORKING_HOURS("wh"), WORKING_DAYS("wd");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        public boolean working() {
            return code.startsWith("w");
        }
    }

    public Allowance {
        if (amount < 1) throw new IllegalArgumentException("an allowance of " + amount);
    }

    /** @throws RuleBroken {@code R-CLK-1} for what is none */
    public static Allowance of(String code) {
        var m = CODE.matcher(code.strip());
        if (!m.matches()) throw new RuleBroken("R-CLK-1", "rule.school.clock.allowance", code);
        return new Allowance(Integer.parseInt(m.group(1)), Arrays.stream(Measure.values()).filter(x -> x.code.equals(m.group(2))).findFirst().orElseThrow());
    }

    /** As a policy says it. */
    public String code() {
        return amount + measure.code;
    }
}
