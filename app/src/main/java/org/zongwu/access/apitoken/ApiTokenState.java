package org.zongwu.access.apitoken;

import org.zongwu.web.Column.Mark;

/** How a token stands; its words are {@code access.api_token.state.NAME}. One that nobody answers for any more, because its maker has left, does not work. */
enum ApiTokenState {
    GOOD(Mark.GO), OVER(Mark.END), REVOKED(Mark.END), UNANSWERED(Mark.LATE);

    private final Mark mark;

    ApiTokenState(Mark mark) {
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }
}
