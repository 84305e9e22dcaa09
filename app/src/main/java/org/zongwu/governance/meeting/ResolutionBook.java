package org.zongwu.governance.meeting;

import static org.jooq.impl.DSL.trueCondition;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.governance.Tables.MEETING;
import static zongwu.db.governance.Tables.RESOLUTION;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.governance.meeting.Decision.Progress;
import org.zongwu.governance.meeting.Decision.State;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;

/** 决议事项及落实 (domain.md §3.49): who does it by when, and whether it was done. */
@Configuration(proxyBeanMethods = false)
class ResolutionBook {
    @Bean
    Logbook resolutions(Logbooks books) {
        var done = RESOLUTION.PROGRESS.eq(Progress.DONE.name());
        return Logbook.of(RESOLUTION).series("JY").menu("governance", 555)
                .reads(PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, ACCOUNTANT, AUDIT_MEMBER, DISCIPLINE).writes(GA_DIRECTOR).own(RESOLUTION.OWNER_ID)
                .blanks(parent(RESOLUTION.MEETING_ID, RESOLUTION.MEETING, () -> books.of(MEETING), MEETING.OWN_NO).asAbove()
                                .brings(RESOLUTION.DAY, MEETING.DAY).brings(RESOLUTION.QUORATE, MEETING.QUORATE),
                        whole(RESOLUTION.ITEM_NO).optional().atLeast(1), text(RESOLUTION.CONTENT).wide(), money(RESOLUTION.AMOUNT).optional().summed().atLeast(0),
                        person(RESOLUTION.OWNER_ID, RESOLUTION.OWNER).optional().counted(), day(RESOLUTION.DUE_ON).optional(), text(RESOLUTION.WITHDREW).optional().unlisted())
                .title(RESOLUTION.CONTENT).day(RESOLUTION.DAY).once(RESOLUTION.MEETING_ID, RESOLUTION.DAY, RESOLUTION.ITEM_NO, RESOLUTION.CONTENT)
                .states(State.values()).begins(Decision::state).completes(in -> in.complete(RESOLUTION.PROGRESS, Progress.NOT_YET.name()))
                .must("R-MTG-7", RESOLUTION.DUE_ON, "rule.governance.resolution.too-early", Decision::isInOrder, RESOLUTION.DAY)
                .here("R-MTG-1", RESOLUTION.MEETING, "rule.governance.resolution.no-quorum", in -> in.get(RESOLUTION.QUORATE), RESOLUTION.MEETING)
                .should("R-MTG-8", RESOLUTION.OWNER, "rule.governance.resolution.nobody", in -> in.has(RESOLUTION.OWNER) && in.has(RESOLUTION.DUE_ON))
                .step(Step.named("progress").from(State.EXECUTING).to(Decision::state).by(GA_DIRECTOR).byPerson(RESOLUTION.OWNER_ID)
                        .fills(choice(RESOLUTION.PROGRESS, Progress.class), day(RESOLUTION.DONE_ON).optional().unlisted(), area(RESOLUTION.RESULT))
                        .must("R-MTG-7", RESOLUTION.DONE_ON, "rule.governance.resolution.too-early", Decision::isInOrder, RESOLUTION.DAY)
                        .must("R-MTG-9", RESOLUTION.DONE_ON, "rule.governance.resolution.since-when", in -> Decision.state(in) == State.EXECUTING || in.has(RESOLUTION.DONE_ON)))
                .flag("open", asOf -> done.not().or(RESOLUTION.DONE_ON.gt(asOf)))
                .flag("overdue", asOf -> RESOLUTION.DUE_ON.lt(asOf).and(done.not().or(RESOLUTION.DONE_ON.gt(asOf))))
                .share("executed", asOf -> done.and(RESOLUTION.DONE_ON.isNull().or(RESOLUTION.DONE_ON.le(asOf))), asOf -> trueCondition())
                .figures(Measure.count("RESOLUTIONS", Unit.MATTER).listing(RESOLUTION.CONTENT, RESOLUTION.OWNER, RESOLUTION.DUE_ON, RESOLUTION.STATE), Measure.rate("RESOLUTION_EXEC_RATE", "executed"), Measure.sum("RESOLUTION_AMOUNT", Unit.YUAN, RESOLUTION.AMOUNT),
                        Measure.count("RESOLUTION_OPEN", Unit.MATTER).of("open").until(), Measure.count("RESOLUTION_OVERDUE", Unit.MATTER).of("overdue").until().listing(RESOLUTION.CONTENT, RESOLUTION.OWNER, RESOLUTION.DUE_ON),
                        Measure.count("OWN_RESOLUTIONS", Unit.MATTER).whose(RESOLUTION.OWNER_ID), Measure.count("OWN_RESOLUTIONS_OPEN", Unit.MATTER).of("open").until().whose(RESOLUTION.OWNER_ID))
                .asks("execute", "open", RESOLUTION.OWNER_ID, RESOLUTION.DUE_ON).plans("open", GA_DIRECTOR, RESOLUTION.DUE_ON, 0).imports(725);
    }
}
