package org.zongwu.stocktaking.campaign;

/**
 * How the lines of a list, or of all lists of a campaign, stand.
 *
 * @param open         nobody has counted them
 * @param once         somebody else must count them too
 * @param disputed     two counts say different things
 * @param unexplained  differences without a reason
 * @param unprepared   differences that lie in no document yet, nor in one that waits
 * @param waiting      documents that wait to be approved
 */
public record Progress(int lines, int open, int once, int disputed, int matched, int differing, int unexplained, int unprepared, int waiting) {
    public static final Progress NOTHING = new Progress(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public int counted() {
        return lines - open;
    }

    /** Lines that two agree on, or that need no second count. */
    public int settled() {
        return matched + differing;
    }

    public Progress plus(Progress o) {
        return new Progress(lines + o.lines, open + o.open, once + o.once, disputed + o.disputed, matched + o.matched, differing + o.differing,
                unexplained + o.unexplained, unprepared + o.unprepared, waiting + o.waiting);
    }
}
