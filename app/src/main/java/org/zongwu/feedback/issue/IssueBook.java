package org.zongwu.feedback.issue;

import static org.jooq.impl.DSL.trueCondition;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.yes;
import static zongwu.db.feedback.Tables.ISSUE;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.feedback.issue.Issue.Rating;
import org.zongwu.feedback.issue.Issue.Solved;
import org.zongwu.feedback.issue.Issue.State;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;
import org.zongwu.school.Promises;

/** 师生反映登记 (domain.md §3.35): anybody writes; whoever answers does not learn who wrote in confidence (R-ISS2-3). */
@Configuration(proxyBeanMethods = false)
class IssueBook {
    @Bean
    Logbook feedbackIssues(Policies policies, Promises promises, Clock clock) {
        var rated = ISSUE.RATING.isNotNull();
        return Logbook.of(ISSUE).series("FY").menu("feedback", 470)
                .reads(PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, AUDIT_MEMBER, DISCIPLINE).writes(GA_DIRECTOR).everyoneWrites().own(ISSUE.OWNER_ID, ISSUE.PASSED_ID)
                .confides(ISSUE.ANONYMOUS.isTrue(), ISSUE.OWNER_ID, ISSUE.REPORTER)
                .blanks(day(ISSUE.DAY).today(), text(ISSUE.CONTENT).wide(), text(ISSUE.CATEGORY).optional().unlisted().filtered(),
                        text(ISSUE.REPORTER).optional(), text(ISSUE.IDENTITY).optional().unlisted(), text(ISSUE.CHANNEL).optional().unlisted().filtered())
                .title(ISSUE.CONTENT).once(ISSUE.OWN_NO, ISSUE.DAY, ISSUE.REPORTER, ISSUE.CONTENT)
                .states(State.values()).begins(Issue::state).completes(in -> Issue.complete(in, policies, promises, clock.getZone()))
                .must("R-ISS2-5", ISSUE.REPLIED_ON, "rule.feedback.issue.too-early", Issue::isInOrder, ISSUE.DAY)
                .warns("R-ISS2-4", ISSUE.REPLIED_ON, "rule.feedback.issue.no-reply", in -> in.has(ISSUE.REPLIED_ON) || !in.has(ISSUE.RATING) && !Solved.YES.name().equals(in.get(ISSUE.SOLVED)))
                .step(Step.named("assignment").from(State.RECEIVED).to(State.RECEIVED).by(GA_DIRECTOR, VP_LOGISTICS).fills(person(ISSUE.OWNER_ID, ISSUE.OWNER).counted()))
                .step(Step.named("passing").from(State.RECEIVED).to(State.RECEIVED).by(GA_DIRECTOR).byPerson(ISSUE.OWNER_ID).aside().fills(person(ISSUE.PASSED_ID, ISSUE.PASSED).unlisted()))
                .step(Step.named("reply").from(State.RECEIVED).to(State.REPLIED).by(GA_DIRECTOR).byPerson(ISSUE.OWNER_ID, ISSUE.PASSED_ID)
                        .fills(day(ISSUE.REPLIED_ON).today(), area(ISSUE.REPLY), choice(ISSUE.SOLVED, Solved.class).unlisted())
                        .must("R-ISS2-5", ISSUE.REPLIED_ON, "rule.feedback.issue.too-early", Issue::isInOrder, ISSUE.DAY))
                .step(Step.named("conclusion").from(State.REPLIED).to(State.CLOSED).by(GA_DIRECTOR, VP_LOGISTICS).byPerson(ISSUE.MADE_BY).notBy("R-ISS2-6", ISSUE.OWNER_ID)
                        .fills(choice(ISSUE.RATING, Rating.class).optional())
                        .must("R-ISS2-4", ISSUE.REPLIED_ON, "rule.feedback.issue.no-reply", in -> in.has(ISSUE.REPLIED_ON)))
                .importsToo(text(ISSUE.OWN_NO).optional().unlisted(), yes(ISSUE.ANONYMOUS).optional().unlisted())
                .flag("unassigned", ISSUE.STATE.eq(State.RECEIVED.name()).and(ISSUE.OWNER.isNull())).flag("unreplied", asOf -> ISSUE.REPLIED_ON.isNull().or(ISSUE.REPLIED_ON.gt(asOf)))
                .flag("unsolved", ISSUE.SOLVED.isNull().or(ISSUE.SOLVED.ne(Solved.YES.name())))
                .share("replied", asOf -> ISSUE.REPLIED_ON.le(asOf), asOf -> trueCondition()).share("quick", ISSUE.REPLIED_ON.le(ISSUE.REPLY_BY))
                .share("mended", ISSUE.SOLVED.eq(Solved.YES.name())).share("satisfied", asOf -> ISSUE.RATING.in(Rating.SATISFIED.name(), Rating.FAIRLY.name()), asOf -> rated)
                .figures(Measure.count("ISSUES", Unit.PIECE), Measure.rate("ISSUE_REPLY_RATE", "replied"), Measure.rate("ISSUE_QUICK_RATE", "quick"), Measure.rate("ISSUE_SOLVED_RATE", "mended"),
                        Measure.rate("ISSUE_SATISFIED_RATE", "satisfied"), Measure.count("ISSUE_UNANSWERED", Unit.PIECE).of("unreplied").until(),
                        Measure.count("OWN_ISSUES", Unit.PIECE).whose(ISSUE.OWNER_ID), Measure.rate("OWN_ISSUE_REPLY_RATE", "replied").whose(ISSUE.OWNER_ID),
                        Measure.rate("OWN_ISSUE_SATISFIED_RATE", "satisfied").whose(ISSUE.OWNER_ID))
                .asks("assign", "unassigned", ISSUE.REPLY_BY, GA_DIRECTOR).asks("reply", "unreplied", ISSUE.OWNER_ID, ISSUE.REPLY_BY).asks("help", "unreplied", ISSUE.PASSED_ID, ISSUE.REPLY_BY)
                .plans("unreplied", GA_DIRECTOR, ISSUE.REPLY_BY, 0).plans("unsolved", GA_DIRECTOR).imports(830);
    }
}
