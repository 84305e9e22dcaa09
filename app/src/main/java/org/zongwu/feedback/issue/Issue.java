package org.zongwu.feedback.issue;

import static zongwu.db.feedback.Tables.ISSUE;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Allowance;
import org.zongwu.school.Policies;
import org.zongwu.school.Promises;
import org.zongwu.web.Column.Mark;

/** What somebody told the office: whether he wants to be known, and what becomes of it. */
final class Issue {
    private static final Pattern NOBODY = Pattern.compile("匿名.*|.*不愿.*|.*不具名.*|无名|anonymous", Pattern.CASE_INSENSITIVE);

    /** Mended here, passed on to who can mend it, or not mended. */
    enum Solved { YES, ESCALATED, NO }

    enum Rating { SATISFIED, FAIRLY, NEUTRAL, DISSATISFIED }

    enum State implements BookState {
        RECEIVED, REPLIED, CLOSED;

        @Override
        public Mark mark() {
            return this == RECEIVED ? Mark.GO : this == REPLIED ? Mark.WAIT : Mark.END;
        }
    }

    private static final LocalTime NOON = LocalTime.of(12, 0);

    private Issue() {}

    /** @param in gets the day by which it is to be answered, as it was ruled when it came in */
    static void complete(Draft in, Policies policies, Promises promises, ZoneId zone) {
        in.complete(ISSUE.ANONYMOUS, in.has(ISSUE.REPORTER) && NOBODY.matcher(in.get(ISSUE.REPORTER)).matches());
        var day = in.get(ISSUE.DAY);
        if (day == null) return;
        var due = promises.promise(day.atTime(NOON).atZone(zone).toInstant(), Allowance.of(policies.value("issue.reply.first", day).orElse("2wd")), List.of()).due();
        in.set(ISSUE.REPLY_BY, due.minusNanos(1).atZone(zone).toLocalDate());
    }

    /** In a file: answered is closed once it was mended or rated. */
    static State state(Draft in) {
        if (!in.has(ISSUE.REPLIED_ON)) return State.RECEIVED;
        return in.has(ISSUE.RATING) || Solved.YES.name().equals(in.get(ISSUE.SOLVED)) ? State.CLOSED : State.REPLIED;
    }

    static boolean isInOrder(Draft in) {
        return !in.has(ISSUE.REPLIED_ON) || !in.get(ISSUE.REPLIED_ON).isBefore(in.get(ISSUE.DAY));
    }
}
