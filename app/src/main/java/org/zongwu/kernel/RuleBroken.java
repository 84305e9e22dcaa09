package org.zongwu.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: a rule of the office said no. It is shown on the same page with everything typed kept (422).
 * The sentence is a message of the bundles, {@code key} with {@code args}, and says how to mend it.
 */
public class RuleBroken extends RuntimeException {
    private final String ruleId;
    private final String key;
    private final List<Object> args;
    private final @Nullable String field;

    /**
     * @param ruleId id of the rule in domain.md, as {@code R-ISS-1} or {@code SOD-3}
     * @param key    message key of the sentence
     */
    public RuleBroken(String ruleId, String key, Object... args) {
        this(null, ruleId, key, args);
    }

    private RuleBroken(@Nullable String field, String ruleId, String key, Object... args) {
        super(ruleId + " " + key + " " + List.of(args));
        this.field = field;
        this.ruleId = ruleId;
        this.key = key;
        this.args = List.of(args);
    }

    /** The same refusal, said at one field of the form. */
    public static RuleBroken at(String field, String ruleId, String key, Object... args) {
        return new RuleBroken(field, ruleId, key, args);
    }

    public String ruleId() {
        return ruleId;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    public @Nullable String field() {
        return field;
    }
}
