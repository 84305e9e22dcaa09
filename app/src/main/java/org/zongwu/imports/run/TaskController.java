package org.zongwu.imports.run;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;

/** How far a long import is. Who leaves the page finds it again; without a script the page asks for itself. */
@Controller
@Allow(everyone = true)
class TaskController {
    private final TaskRepository tasks;
    private final Tenancy tenancy;

    TaskController(TaskRepository tasks, Tenancy tenancy) {
        this.tasks = tasks;
        this.tenancy = tenancy;
    }

    @GetMapping("/imports/tasks/{id}")
    Object show(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var task = task(actor, id);
        if (task.state() != Task.State.DONE) return new ModelAndView("imports/task", Map.of("page", TaskPage.of(task)));
        var run = "/imports/runs/" + task.asked().runId() + switch (task.asked().kind()) {
            case TRY -> "";
            case TAKE -> "?did=imported";
            case UNDO -> "?did=import-undone";
        };
        return request.getHeader("HX-Request") == null ? Pages.seeOther(run) : ResponseEntity.ok().header("HX-Redirect", run).build();
    }

    @PostMapping("/imports/tasks/{id}/cancel")
    Object cancel(@PathVariable UUID id, Actor actor) {
        task(actor, id);
        tenancy.write(actor.schoolId(), () -> tasks.cancel(id));
        return Pages.seeOther(Tasks.page(id));
    }

    /** The task, when it is of this school and of the person who asked for it. */
    private Task task(Actor actor, UUID id) {
        return tenancy.<Task>read(actor.schoolId(), () -> tasks.find(id).orElseThrow(NotFound::new)).of(actor);
    }
}
