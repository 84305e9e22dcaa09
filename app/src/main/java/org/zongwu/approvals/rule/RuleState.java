package org.zongwu.approvals.rule;

import org.zongwu.web.Column;

/** A rule is proposed, then set or refused by somebody else. A set one holds from its day until the next begins. */
enum RuleState {
    PROPOSED, SET, REFUSED;

    static Column.Mark mark(String state) {
        return switch (state) {
            case "PROPOSED" -> Column.Mark.WAIT;
            case "SET" -> Column.Mark.GO;
            case "REFUSED" -> Column.Mark.LATE;
            default -> Column.Mark.END;
        };
    }
}
