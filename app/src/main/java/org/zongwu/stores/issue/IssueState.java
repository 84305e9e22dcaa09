package org.zongwu.stores.issue;

import org.zongwu.kernel.RuleBroken;

/** Where an issue stands. A transition answers the next state or refuses. Its word is {@code stores.issue.state.NAME}. */
enum IssueState {
    DRAFT, SUBMITTED, SIGNED, POSTED;

    IssueState submit() {
        if (this != DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.already-submitted");
        return SUBMITTED;
    }

    IssueState sign() {
        if (this == DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.submit-first");
        if (this != SUBMITTED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.already-signed");
        return SIGNED;
    }

    IssueState post() {
        if (this != SIGNED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.sign-first");
        return POSTED;
    }

    /** Back to the desk of who wrote it; a signature given so far falls away. */
    IssueState withdraw() {
        if (this == POSTED) throw new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final");
        if (this == DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.not-submitted");
        return DRAFT;
    }

    void requireOpenLines() {
        if (this == SIGNED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.signed-is-frozen");
        if (this == POSTED) throw new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final");
    }
}
