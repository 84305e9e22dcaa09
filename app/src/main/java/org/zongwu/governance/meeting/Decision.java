package org.zongwu.governance.meeting;

import static zongwu.db.governance.Tables.MEETING;
import static zongwu.db.governance.Tables.RESOLUTION;

import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.school.Policies;
import org.zongwu.web.Column.Mark;

/** What meetings and their resolutions go through. */
final class Decision {
    enum Progress { DONE, DOING, NOT_YET }

    enum MeetingState implements BookState {
        HELD, MINUTED, ISSUED;

        @Override
        public Mark mark() {
            return this == ISSUED ? Mark.END : Mark.WAIT;
        }
    }

    enum State implements BookState {
        EXECUTING, REPORTED_BACK;

        @Override
        public Mark mark() {
            return this == EXECUTING ? Mark.GO : Mark.END;
        }
    }

    private Decision() {}

    /** The quorum is the one that was ruled on the day, and stays with the meeting. */
    static void complete(Draft in, Policies policies) {
        in.complete(MEETING.PERSONNEL, false);
        if (!in.has(MEETING.DAY) || !in.has(MEETING.PRESENT) || !in.has(MEETING.EXPECTED)) return;
        var quorum = Quorum.of(policies.value("meeting.quorum", in.get(MEETING.DAY)).orElse(Quorum.FIRST), in.get(MEETING.PERSONNEL));
        in.set(MEETING.QUORUM, quorum.toString()).set(MEETING.QUORATE, quorum.isMet(in.get(MEETING.PRESENT), in.get(MEETING.EXPECTED)));
    }

    static MeetingState meetingState(Draft in) {
        return in.has(MEETING.ISSUED_ON) ? MeetingState.ISSUED : in.has(MEETING.MINUTES) ? MeetingState.MINUTED : MeetingState.HELD;
    }

    static State state(Draft in) {
        return Progress.DONE.name().equals(in.get(RESOLUTION.PROGRESS)) ? State.REPORTED_BACK : State.EXECUTING;
    }

    /** Nothing is due or done before it was decided. */
    static boolean isInOrder(Draft in) {
        var decided = in.get(RESOLUTION.DAY);
        return (!in.has(RESOLUTION.DUE_ON) || !in.get(RESOLUTION.DUE_ON).isBefore(decided)) && (!in.has(RESOLUTION.DONE_ON) || !in.get(RESOLUTION.DONE_ON).isBefore(decided));
    }
}
