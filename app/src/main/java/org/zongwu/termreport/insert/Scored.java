package org.zongwu.termreport.insert;

import org.zongwu.termreport.template.Task;

/**
 * What became of a task of the last plan (R-PLAN-3).
 *
 * @param left how many of its records are still open; what a person set has none, and its end is a person's word
 */
public record Scored(Task task, long left) {
    /** Whether the records can say it at all. */
    public boolean isCounted() {
        return task.byHand() == null;
    }

    public boolean isDone() {
        return isCounted() && left == 0;
    }
}
