package org.zongwu.approvals.course;

/** What a stamp says. */
enum Verdict {
    APPROVED, RETURNED
}
