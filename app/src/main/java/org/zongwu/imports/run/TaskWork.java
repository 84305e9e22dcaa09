package org.zongwu.imports.run;

import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zongwu.engine.JobHandler;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Originals;
import org.zongwu.imports.run.Preparation.Prepared;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Does a long import: the work and the note that it is done are one transaction, so that it is done once whatever happens. */
@Component
class TaskWork implements JobHandler {
    static final String KIND = "imports.task";
    private static final Logger LOG = LoggerFactory.getLogger(TaskWork.class);

    private final TaskRepository tasks;
    private final ImportService imports;
    private final Preparation preparation;
    private final RunRepository runs;
    private final UndoService undo;
    private final Originals originals;
    private final Tenancy tenancy;
    private final DSLContext db;
    private final Messages messages;
    private final JsonMapper json;

    TaskWork(TaskRepository tasks, ImportService imports, Preparation preparation, RunRepository runs, UndoService undo, Originals originals, Tenancy tenancy, DSLContext db,
            Messages messages, JsonMapper json) {
        this.tasks = tasks;
        this.imports = imports;
        this.preparation = preparation;
        this.runs = runs;
        this.undo = undo;
        this.originals = originals;
        this.tenancy = tenancy;
        this.db = db;
        this.messages = messages;
        this.json = json;
    }

    record Payload(long school, UUID task) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(String payloadJson) {
        var payload = json.readValue(payloadJson, Payload.class);
        var task = tenancy.<Task>read(payload.school(), () -> tasks.find(payload.task()).orElseThrow());
        if (!tenancy.<Boolean>write(payload.school(), () -> tasks.begin(task.id()))) return;
        LocaleContextHolder.setLocale(Locale.forLanguageTag(task.language()));
        try {
            work(task);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void work(Task task) {
        var watch = new TaskWatch(task.actor().schoolId(), task.id(), tasks, tenancy);
        try (watch) {
            switch (task.asked().kind()) {
                case TRY -> {
                    imports.tried(task.actor(), prepared(task, watch), task.asked().runId(), watch);
                    end(task, Task.State.DONE, null, watch);
                }
                case TAKE -> {
                    var prepared = prepared(task, watch);
                    together(task, watch, () -> take(task, prepared, watch));
                }
                case UNDO -> together(task, watch, () -> undo.undo(task.actor(), runs.find(task.asked().runId()).orElseThrow(), String.valueOf(task.asked().reason())));
            }
        } catch (TaskWatch.Stopped e) {
            if (!watch.isCancelled()) throw e;
            end(task, Task.State.CANCELLED, null, watch);
        } catch (StillUsed e) {
            end(task, Task.State.REFUSED, messages.say(e) + "\n" + String.join("\n", e.dependents().stream().map(d -> d.words()).toList()), watch);
        } catch (RuleBroken e) {
            end(task, Task.State.REFUSED, messages.say(e), watch);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) throw e;
            LOG.error("the import {} failed", task.id(), e);
            end(task, Task.State.REFUSED, messages.say("rule.imports.failed"), watch);
        }
    }

    private Prepared prepared(Task task, Steps steps) {
        steps.at(Steps.Phase.READ, 0, 0);
        var original = tenancy.<Upload>read(task.actor().schoolId(),
                () -> new Upload(originals.find(task.asked().sha256()).orElseThrow(), task.asked().fileName()));
        var prepared = preparation.prepare(task.actor(), original, task.asked().wanted());
        steps.at(Steps.Phase.JUDGE, 0, prepared.reading().rows());
        return prepared;
    }

    private void take(Task task, Prepared prepared, Steps steps) {
        if (task.asked().triedId() != null) imports.requireNewOrMeant(runs.find(task.asked().triedId()).orElseThrow(), task.asked().again());
        imports.taken(task.actor(), prepared, task.asked().runId(), task.asked().whole(), steps);
    }

    private void together(Task task, TaskWatch watch, Runnable work) {
        tenancy.write(task.actor().schoolId(), () -> {
            db.execute(ImportService.PATIENT);
            work.run();
            watch.close();
            if (watch.isCancelled()) watch.at(Steps.Phase.KEEP, 0, 0);
            tasks.end(task.id(), Task.State.DONE, null);
        });
    }

    private void end(Task task, Task.State state, String refusal, TaskWatch watch) {
        watch.close();
        tenancy.write(task.actor().schoolId(), () -> tasks.end(task.id(), state, refusal));
    }
}
