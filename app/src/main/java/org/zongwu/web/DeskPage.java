package org.zongwu.web;

import java.util.List;
import org.zongwu.kernel.TodoSource.Todo;

/** The desk of one person: what to do, by kind, and beside it what has happened. */
public record DeskPage(String today, int count, List<Group> groups, List<DeskAction> actions, List<DeskPanel.Panel> panels) {
    public record Group(String kindKey, List<Line> lines) {}

    /** @param late how many days the day it was due is past; 0 when it is not */
    public record Line(Todo todo, long late) {}
}
