package org.zongwu.approvals;

import org.zongwu.web.Column;

/** How a course stands. Only a waiting one goes on; what is returned or withdrawn is submitted again as a new course. */
public enum CourseState {
    WAITING, APPROVED, RETURNED, WITHDRAWN;

    public boolean isOpen() {
        return this == WAITING;
    }

    /** The shape beside its word, which is message {@code approvals.state.NAME}. */
    public Column.Mark mark() {
        return switch (this) {
            case WAITING -> Column.Mark.WAIT;
            case APPROVED -> Column.Mark.OK;
            case RETURNED -> Column.Mark.LATE;
            case WITHDRAWN -> Column.Mark.END;
        };
    }
}
