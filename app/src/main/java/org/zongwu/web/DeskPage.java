package org.zongwu.web;

import java.util.List;
import org.zongwu.kernel.TodoSource.Todo;

/** The desk of one person: what to do, by how it presses, beside it what stands where, and below it how the term goes. */
public record DeskPage(String today, int count, List<Group> groups, List<DeskAction> actions, List<DeskPanel.Panel> panels, List<DeskChart.Chart> charts) {
    /** @param open how many lines stand open; the rest opens */
    public record Group(String titleKey, List<Line> lines, int open) {}

    /** @param late how many days the day it was due is past; 0 when it is not */
    public record Line(Todo todo, long late) {}
}
