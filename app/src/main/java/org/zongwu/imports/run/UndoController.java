package org.zongwu.imports.run;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Dependent;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.Submissions;

/** Takes an import back; where that cannot be, says what stands on it. */
@Controller
class UndoController {
    private static final Form UNDO = Form.of("imports.undo");

    private final UndoService undo;
    private final Tasks tasks;
    private final Pages pages;
    private final Submissions submissions;

    UndoController(UndoService undo, Tasks tasks, Pages pages, Submissions submissions) {
        this.undo = undo;
        this.tasks = tasks;
        this.pages = pages;
        this.submissions = submissions;
    }

    @Allow(everyone = true)
    @PostMapping("/imports/runs/{id}/undo")
    Object undo(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request, Actor actor) {
        var report = pages.report(actor, id);
        var dependents = new AtomicReference<>(List.<Dependent>of());
        var task = Ids.next();
        return submissions.post(request, actor, UNDO, Tasks.isLong(report) ? Tasks.page(task) : "/imports/runs/" + id + "?did=import-undone", typed -> {
            try {
                if (Tasks.isLong(report)) tasks.takeBack(actor, task, report, reason);
                else undo.undo(actor, report, reason);
            } catch (StillUsed refusal) {
                dependents.set(refusal.dependents());
                throw refusal;
            }
        }, form -> pages.run(report, "", actor, Map.of("undo", form.errors().getFirst().getValue()), dependents.get()));
    }
}
