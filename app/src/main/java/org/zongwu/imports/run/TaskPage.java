package org.zongwu.imports.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a long import draws.
 *
 * @param phase    what is being done, as message {@code imports.phase.PHASE}; WAITING before it begins
 * @param total    rows; 0 while nobody knows
 * @param refusal  sentences, when it ended without doing anything
 */
public record TaskPage(UUID id, String fileName, String kind, String state, String phase, int done, int total, List<String> refusal, @Nullable String back) {
    static TaskPage of(Task task) {
        var refusal = task.refusal() == null ? List.<String>of() : task.refusal().lines().toList();
        var back = task.asked().kind() == Task.Kind.TRY ? null : "/imports/runs/" + (task.asked().triedId() == null ? task.asked().runId() : task.asked().triedId());
        return new TaskPage(task.id(), task.asked().fileName(), task.asked().kind().name(), task.state().name(), task.phase() == null ? "WAITING" : task.phase().name(), task.done(), task.total(),
                refusal, back);
    }

    public boolean isOver() {
        return !state.equals("WAITING") && !state.equals("RUNNING");
    }

    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, 100L * done / total);
    }
}
