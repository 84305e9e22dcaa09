package org.zongwu.tasks.task;

import static zongwu.db.tasks.Tables.TASK;

import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.web.Column.Mark;

/** A task: where it comes from, and what it goes through. */
final class Task {
    enum Source { PLAN, RESOLUTION, ORAL, SUPERIOR }

    enum Progress { DONE, DOING, NOT_YET }

    enum State implements BookState {
        GIVEN, DONE, CONFIRMED;

        @Override
        public Mark mark() {
            return this == GIVEN ? Mark.GO : this == DONE ? Mark.WAIT : Mark.END;
        }
    }

    private Task() {}

    static State state(Draft in) {
        if (!in.has(TASK.DONE_ON) && !Progress.DONE.name().equals(in.get(TASK.PROGRESS))) return State.GIVEN;
        return in.has(TASK.CONFIRMER) ? State.CONFIRMED : State.DONE;
    }

    /** Nothing is due or done before it was given. */
    static boolean isInOrder(Draft in) {
        return !in.get(TASK.DUE_ON).isBefore(in.get(TASK.DAY)) && (!in.has(TASK.DONE_ON) || !in.get(TASK.DONE_ON).isBefore(in.get(TASK.DAY)));
    }

    /** What was decided in writing says where. */
    static boolean saysWhere(Draft in) {
        return Source.ORAL.name().equals(in.get(TASK.SOURCE)) || in.has(TASK.SOURCE_NO);
    }
}
