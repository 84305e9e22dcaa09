package org.zongwu.imports.run;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Jobs;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.ImportReport;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/** Leaves long imports to a job: a page is not waited for that long, and a file of this size must not hold a request up. */
@Component
class Tasks {
    /** Past so many rows a file is long. */
    static final int LONG = 5000;

    private final TaskRepository tasks;
    private final Jobs jobs;
    private final Tenancy tenancy;
    private final Clock clock;
    private final JsonMapper json;

    Tasks(TaskRepository tasks, Jobs jobs, Tenancy tenancy, Clock clock, JsonMapper json) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.clock = clock;
        this.json = json;
    }

    static boolean isLong(ImportReport report) {
        return report.counts().read() > LONG;
    }

    static String page(UUID task) {
        return "/imports/tasks/" + task;
    }

    /** @return the task */
    UUID tryOut(Actor actor, Upload upload, Wanted wanted) {
        var id = Ids.next();
        leave(actor, id, new Task.Asked(Task.Kind.TRY, Ids.next(), null, upload.name(), upload.original().sha256(), wanted, false, false, null));
        return id;
    }

    void takeIn(Actor actor, UUID id, ImportReport tried, boolean whole, boolean again) {
        leave(actor, id, new Task.Asked(Task.Kind.TAKE, Ids.next(), tried.runId(), tried.fileName(), tried.sha256(), Wanted.as(tried), whole, again, null));
    }

    void takeBack(Actor actor, UUID id, ImportReport taken, String reason) {
        leave(actor, id, new Task.Asked(Task.Kind.UNDO, taken.runId(), null, taken.fileName(), taken.sha256(), Wanted.BY_HEADINGS, false, false, reason));
    }

    private void leave(Actor actor, UUID id, Task.Asked asked) {
        tenancy.write(actor.schoolId(), () -> {
            tasks.add(Task.of(id, asked, actor, LocaleContextHolder.getLocale().toLanguageTag()), clock.instant());
            jobs.enqueue(TaskWork.KIND, json.writeValueAsString(new TaskWork.Payload(actor.schoolId(), id)));
        });
    }
}
