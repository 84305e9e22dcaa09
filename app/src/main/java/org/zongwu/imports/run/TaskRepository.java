package org.zongwu.imports.run;

import static zongwu.db.imports.Tables.TASK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import tools.jackson.databind.json.JsonMapper;

/** Long imports: what was asked for, how far it is, how it ended. */
@Repository
class TaskRepository {
    private final DSLContext db;
    private final Tenancy tenancy;
    private final JsonMapper json;

    TaskRepository(DSLContext db, Tenancy tenancy, JsonMapper json) {
        this.db = db;
        this.tenancy = tenancy;
        this.json = json;
    }

    void add(Task task, Instant at) {
        var a = task.asked();
        db.insertInto(TASK).set(TASK.SCHOOL_ID, tenancy.current()).set(TASK.ID, task.id()).set(TASK.KIND, a.kind().name()).set(TASK.RUN_ID, a.runId()).set(TASK.TRIED_ID, a.triedId())
                .set(TASK.FILE_NAME, a.fileName()).set(TASK.SHA256, a.sha256()).set(TASK.WANTED, JSONB.valueOf(json.writeValueAsString(a.wanted()))).set(TASK.WHOLE, a.whole())
                .set(TASK.AGAIN, a.again()).set(TASK.REASON, a.reason()).set(TASK.BY_ID, task.actor().employeeId()).set(TASK.BY_NAME, task.actor().name())
                .set(TASK.DUTIES, task.actor().duties().stream().map(Duty::name).toArray(String[]::new)).set(TASK.LANGUAGE, task.language()).set(TASK.AT, at).execute();
    }

    Optional<Task> find(UUID id) {
        return tasks(TASK.ID.eq(id)).stream().findFirst();
    }

    /** What a person has asked for and is not over. */
    List<Task> underWay(UUID employee) {
        return tasks(TASK.BY_ID.eq(employee).and(TASK.STATE.in(Task.State.WAITING.name(), Task.State.RUNNING.name())));
    }

    private List<Task> tasks(Condition which) {
        return db.selectFrom(TASK).where(TASK.SCHOOL_ID.eq(tenancy.current()), which).orderBy(TASK.AT, TASK.ID).fetch(r -> new Task(r.getId(),
                new Task.Asked(Task.Kind.valueOf(r.getKind()), r.getRunId(), r.getTriedId(), r.getFileName(), r.getSha256(), json.readValue(r.getWanted().data(), Wanted.class),
                        r.getWhole(), r.getAgain(), r.getReason()),
                new Actor(r.getSchoolId(), r.getById(), r.getByName(), Task.duties(r.getDuties())), r.getLanguage(), Task.State.valueOf(r.getState()),
                r.getPhase() == null ? null : Steps.Phase.valueOf(r.getPhase()), r.getDone(), r.getTotal(), r.getRefusal()));
    }

    /** Says how far it is. @return whether somebody has cancelled it */
    boolean note(UUID id, Steps.@Nullable Phase phase, int done, int total) {
        return db.update(TASK).set(TASK.PHASE, phase == null ? null : phase.name()).set(TASK.DONE, done).set(TASK.TOTAL, total).where(task(id), TASK.STATE.eq(Task.State.RUNNING.name()))
                .returningResult(TASK.CANCELLED).fetchOptional().map(r -> r.value1()).orElse(false);
    }

    /** @return whether it was still to be done */
    boolean begin(UUID id) {
        return db.update(TASK).set(TASK.STATE, Task.State.RUNNING.name()).where(task(id), TASK.STATE.in(Task.State.WAITING.name(), Task.State.RUNNING.name()), TASK.CANCELLED.isFalse()).execute() == 1;
    }

    void end(UUID id, Task.State state, @Nullable String refusal) {
        db.update(TASK).set(TASK.STATE, state.name()).set(TASK.REFUSAL, refusal).where(task(id)).execute();
    }

    /** One that waits ends at once, one that runs at its next step. */
    void cancel(UUID id) {
        db.update(TASK).set(TASK.CANCELLED, true).where(task(id), TASK.STATE.in(Task.State.WAITING.name(), Task.State.RUNNING.name())).execute();
        db.update(TASK).set(TASK.STATE, Task.State.CANCELLED.name()).where(task(id), TASK.STATE.eq(Task.State.WAITING.name())).execute();
    }

    private Condition task(UUID id) {
        return TASK.SCHOOL_ID.eq(tenancy.current()).and(TASK.ID.eq(id));
    }
}
