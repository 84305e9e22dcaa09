package org.zongwu.stores.slip;

import org.zongwu.kernel.RuleBroken;

/** Where a document stands. A transition answers the next state or refuses. Its word is {@code stores.slip.state.NAME}. */
enum SlipState {
    DRAFT, SUBMITTED, SIGNED, POSTED;

    SlipState submit() {
        if (this != DRAFT) throw new RuleBroken("R-SLP-0", "rule.stores.slip.already-submitted");
        return SUBMITTED;
    }

    SlipState sign() {
        if (this == DRAFT) throw new RuleBroken("R-SLP-0", "rule.stores.slip.submit-first");
        if (this != SUBMITTED) throw new RuleBroken("R-SLP-0", "rule.stores.slip.already-signed");
        return SIGNED;
    }

    SlipState post() {
        if (this != SIGNED) throw new RuleBroken("R-SLP-0", "rule.stores.slip.sign-first");
        return POSTED;
    }

    /** Back to the desk of who wrote it; a signature given so far falls away. */
    SlipState withdraw() {
        if (this == DRAFT) throw new RuleBroken("R-SLP-0", "rule.stores.slip.not-submitted");
        return DRAFT;
    }
}
