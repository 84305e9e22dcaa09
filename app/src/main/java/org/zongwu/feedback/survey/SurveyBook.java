package org.zongwu.feedback.survey;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.UNION;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.feedback.Tables.SURVEY;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 满意度问卷 (domain.md §3.36): asked of everybody, answered once, told in sums. */
@Configuration(proxyBeanMethods = false)
class SurveyBook {
    enum State implements BookState {
        OPEN, CLOSED;

        @Override
        public Mark mark() {
            return this == OPEN ? Mark.GO : Mark.END;
        }
    }

    @Bean
    Logbook surveys() {
        return Logbook.of(SURVEY).series("WJ").menu("feedback", 472).opensAt("/feedback/answers").reads(PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, AUDIT_MEMBER, DISCIPLINE, UNION).writes(GA_DIRECTOR)
                .blanks(day(SURVEY.DAY).today(), text(SURVEY.TITLE).wide(), area(SURVEY.QUESTIONS), day(SURVEY.CLOSES_ON), whole(SURVEY.MINIMUM).atLeast(5)).title(SURVEY.TITLE).day(SURVEY.DAY).states(State.values())
                .begins(in -> in.has(SURVEY.CLOSES_ON) && in.has(SURVEY.DAY) && in.get(SURVEY.CLOSES_ON).equals(in.get(SURVEY.DAY)) ? State.CLOSED : State.OPEN).once(SURVEY.DAY, SURVEY.TITLE)
                .must("R-SUR-2", SURVEY.CLOSES_ON, "rule.feedback.survey.days", in -> !in.has(SURVEY.CLOSES_ON) || !in.get(SURVEY.CLOSES_ON).isBefore(in.get(SURVEY.DAY)))
                .must("R-SUR-2", SURVEY.QUESTIONS, "rule.feedback.survey.questions", in -> in.has(SURVEY.QUESTIONS) && !Questions.of(in.get(SURVEY.QUESTIONS)).all().isEmpty() && Questions.of(in.get(SURVEY.QUESTIONS)).all().size() <= 20)
                .step(Step.named("closing").from(State.OPEN).to(State.CLOSED).by(GA_DIRECTOR));
    }
}
