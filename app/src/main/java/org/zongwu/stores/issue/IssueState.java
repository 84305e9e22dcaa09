package org.zongwu.stores.issue;

import org.zongwu.kernel.RuleBroken;

/** Where an issue stands. A transition answers the next state or refuses. Its word is {@code stores.issue.state.NAME}. */
enum IssueState {
    DRAFT, SUBMITTED, PICKED, SIGNED, POSTED, CLOSED;

    IssueState submit() {
        requireOpen();
        if (this != DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.already-submitted");
        return SUBMITTED;
    }

    /** The keeper lays the goods ready, or lays ready something else than before. */
    IssueState pick() {
        requireOpen();
        if (this == DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.submit-first");
        return PICKED;
    }

    IssueState sign() {
        requireOpen();
        if (this == DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.submit-first");
        if (this == SIGNED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.already-signed");
        return SIGNED;
    }

    IssueState post() {
        requireOpen();
        if (this != SIGNED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.sign-first");
        return POSTED;
    }

    /** Back to the desk of who wrote it; a signature given so far falls away. */
    IssueState withdraw() {
        requireOpen();
        if (this == DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.not-submitted");
        return DRAFT;
    }

    /** Nobody waits for it any more. */
    IssueState close() {
        requireOpen();
        if (this == DRAFT) throw new RuleBroken("R-ISS-0", "rule.stores.issue.delete-draft");
        return CLOSED;
    }

    void requireOpenLines() {
        requireOpen();
        if (this == SIGNED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.signed-is-frozen");
    }

    void requireOpen() {
        if (this == POSTED) throw new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final");
        if (this == CLOSED) throw new RuleBroken("R-ISS-0", "rule.stores.issue.closed-is-final");
    }
}
