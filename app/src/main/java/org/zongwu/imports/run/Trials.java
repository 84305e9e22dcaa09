package org.zongwu.imports.run;

import org.springframework.stereotype.Component;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.kernel.Actor;

/** Tries a file at once, or leaves a long one to a job; either way there is a page to look at. */
@Component
class Trials {
    private final ImportService imports;
    private final Tasks tasks;

    Trials(ImportService imports, Tasks tasks) {
        this.imports = imports;
        this.tasks = tasks;
    }

    String page(Actor actor, Upload upload, Wanted wanted) {
        return imports.tryUnlessLong(actor, upload, wanted, Tasks.LONG).map(report -> "/imports/runs/" + report.runId()).orElseGet(() -> Tasks.page(tasks.tryOut(actor, upload, wanted)));
    }
}
