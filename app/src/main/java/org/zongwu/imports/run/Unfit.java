package org.zongwu.imports.run;

import org.zongwu.kernel.RuleBroken;

/** A sheet lacks what its template must have; a person may say which columns those are. */
final class Unfit extends RuleBroken {
    private final String sheet;
    private final String template;

    Unfit(RuleBroken why, String sheet, String template) {
        super(why.ruleId(), why.key(), why.args().toArray());
        this.sheet = sheet;
        this.template = template;
    }

    @Override
    public String field() {
        return "template";
    }

    String sheet() {
        return sheet;
    }

    String template() {
        return template;
    }
}
