package org.zongwu.access.account;

import org.zongwu.web.Column.Mark;

/** How an account stands; its words are {@code access.account.state.NAME}. */
enum AccountState {
    READY(Mark.END), NEW(Mark.WAIT), LOCKED(Mark.LATE), OFF(Mark.END), LEFT(Mark.END);

    private final Mark mark;

    AccountState(Mark mark) {
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }
}
