package org.zongwu.trail;

import java.util.ArrayList;
import java.util.List;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** What the trail knows of one thing, as a page shows it: newest first. */
public final class Timeline {
    private Timeline() {}

    public static List<DocumentPage.Step> of(List<Trail.Step> steps, Messages messages) {
        var all = new ArrayList<DocumentPage.Step>();
        for (var step : steps) {
            all.add(new DocumentPage.Step(messages.say("trail." + step.action()), Shown.fullTime(step.at()) + (step.actorName() == null ? "" : "　" + step.actorName()),
                    step.reason(), all.isEmpty() ? "now" : ""));
        }
        return all;
    }
}
