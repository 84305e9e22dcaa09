package org.zongwu.tasks.task;

import static org.jooq.impl.DSL.trueCondition;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.tasks.Tables.TASK;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.tasks.task.Task.Progress;
import org.zongwu.tasks.task.Task.Source;
import org.zongwu.tasks.task.Task.State;

/** 事务与督办: from a plan, a resolution or word of mouth; its owner does it with evidence, another person confirms. */
@Configuration(proxyBeanMethods = false)
class TaskBook {
    @Bean
    Logbook officeTasks() {
        var given = TASK.STATE.eq(State.GIVEN.name());
        return Logbook.of(TASK).series("DB").menu("tasks", 480)
                .reads(AUDIT_MEMBER, PARTY_SECRETARY).writes(GA_DIRECTOR, VP_LOGISTICS, PRINCIPAL).own(TASK.OWNER_ID, TASK.GIVER_ID)
                .blanks(day(TASK.DAY).today(), text(TASK.NAME).wide(), choice(TASK.SOURCE, Source.class).optional(), text(TASK.SOURCE_NO).optional(),
                        person(TASK.GIVER_ID, TASK.GIVER).optional().unlisted(), person(TASK.OWNER_ID, TASK.OWNER).counted(), day(TASK.DUE_ON), text(TASK.TARGET).optional().unlisted().wide())
                .title(TASK.NAME).day(TASK.DAY).once(TASK.DAY, TASK.NAME, TASK.OWNER, TASK.OWN_NO)
                .states(State.values()).begins(Task::state).completes(in -> in.complete(TASK.SOURCE, Source.ORAL.name()))
                .must("R-TASK-1", TASK.DUE_ON, "rule.tasks.task.too-early", Task::isInOrder, TASK.DAY)
                .here("R-TASK-3", TASK.SOURCE_NO, "rule.tasks.task.which", Task::saysWhere)
                .notes("R-TASK-2", TASK.CONFIRMER, "rule.tasks.task.own-confirmer", in -> !in.has(TASK.CONFIRMER) || !in.get(TASK.CONFIRMER).equals(in.get(TASK.OWNER)))
                .step(Step.named("result").from(State.GIVEN).to(State.DONE).by(GA_DIRECTOR).byPerson(TASK.OWNER_ID)
                        .fills(day(TASK.DONE_ON).today(), area(TASK.EVIDENCE)).signs(TASK.REPORTER_ID, TASK.REPORTER)
                        .must("R-TASK-1", TASK.DONE_ON, "rule.tasks.task.too-early", Task::isInOrder, TASK.DAY))
                .step(Step.named("confirmation").from(State.DONE).to(State.CONFIRMED).by(GA_DIRECTOR, VP_LOGISTICS, PRINCIPAL).byPerson(TASK.GIVER_ID)
                        .notBy("R-TASK-2", TASK.OWNER_ID, TASK.REPORTER_ID).fills(day(TASK.CONFIRMED_ON).today().unlisted()).signs(TASK.CONFIRMER_ID, TASK.CONFIRMER))
                .step(Step.named("return").from(State.DONE).to(State.GIVEN).by(GA_DIRECTOR, VP_LOGISTICS, PRINCIPAL).byPerson(TASK.GIVER_ID)
                        .notBy("R-TASK-2", TASK.OWNER_ID, TASK.REPORTER_ID).fills(area(TASK.RETURNED)).aside())
                .importsToo(text(TASK.OWN_NO).optional().unlisted(), choice(TASK.PROGRESS, Progress.class).optional().unlisted(), person(TASK.CONFIRMER_ID, TASK.CONFIRMER).optional())
                .flag("open", asOf -> given.or(TASK.DONE_ON.gt(asOf))).flag("overdue", asOf -> TASK.DUE_ON.lt(asOf).and(given.or(TASK.DONE_ON.gt(asOf))))
                .flag("ended", asOf -> given.not().and(TASK.DONE_ON.isNull().or(TASK.DONE_ON.le(asOf))))
                .flag("unconfirmed", TASK.STATE.eq(State.DONE.name())).flag("oral", TASK.SOURCE.eq(Source.ORAL.name()))
                .share("finished", asOf -> given.not().and(TASK.DONE_ON.isNull().or(TASK.DONE_ON.le(asOf))), asOf -> trueCondition())
                .figures(Measure.count("TASKS", Unit.PIECE), Measure.rate("TASK_DONE_RATE", "finished"), Measure.count("TASK_OVERDUE", Unit.PIECE).of("overdue").until().listing(TASK.DAY, TASK.NAME, TASK.OWNER, TASK.DUE_ON),
                        Measure.count("TASK_OPEN", Unit.PIECE).of("open").until(), Measure.different("TASK_OWNERS", Unit.PERSON, TASK.OWNER),
                        Measure.count("OWN_TASKS", Unit.PIECE).whose(TASK.OWNER_ID).listing(TASK.DAY, TASK.NAME, TASK.DUE_ON, TASK.STATE),
                        Measure.count("OWN_TASKS_DONE", Unit.PIECE).of("ended").whose(TASK.OWNER_ID), Measure.count("OWN_TASKS_OPEN", Unit.PIECE).of("open").until().whose(TASK.OWNER_ID))
                .asks("do", "open", TASK.OWNER_ID, TASK.DUE_ON).asks("confirm", "unconfirmed", null, GA_DIRECTOR).plans("open", GA_DIRECTOR, TASK.DUE_ON, 0).imports(850);
    }
}
