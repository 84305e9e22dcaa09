package org.zongwu.governance.meeting;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static org.zongwu.logbook.Blank.yes;
import static zongwu.db.governance.Tables.MEETING;
import static zongwu.db.governance.Tables.RESOLUTION;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.governance.meeting.Decision.MeetingState;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;

/** 会议记录 (domain.md §3.49): held, minuted, and final once another person has issued the minutes (R-MTG-4). */
@Configuration(proxyBeanMethods = false)
class MeetingBook {
    @Bean
    Logbook meetings(Logbooks books, Policies policies) {
        return Logbook.of(MEETING).series("HY").menu("governance", 550)
                .reads(PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS, AUDIT_MEMBER, DISCIPLINE).writes(GA_DIRECTOR).own(MEETING.RECORDER_ID, MEETING.CHAIR_ID)
                .blanks(text(MEETING.OWN_NO).optional(), day(MEETING.DAY).today(), text(MEETING.NAME).filtered(), whole(MEETING.EXPECTED).summed().atLeast(0), whole(MEETING.PRESENT).summed().atLeast(0),
                        yes(MEETING.PERSONNEL).optional().unlisted(), person(MEETING.CHAIR_ID, MEETING.CHAIR).optional(), person(MEETING.RECORDER_ID, MEETING.RECORDER).optional(),
                        text(MEETING.TOPICS).wide())
                .title(MEETING.TOPICS).once(MEETING.DAY, MEETING.NAME, MEETING.OWN_NO)
                .states(MeetingState.values()).begins(Decision::meetingState).completes(in -> Decision.complete(in, policies))
                .lines(() -> books.of(RESOLUTION), actor -> List.of())
                .should("R-MTG-6", MEETING.PRESENT, "rule.governance.meeting.more-than-expected", in -> in.get(MEETING.PRESENT) <= in.get(MEETING.EXPECTED), MEETING.EXPECTED)
                .warns("R-MTG-1", MEETING.PRESENT, "rule.governance.meeting.no-quorum", in -> in.get(MEETING.QUORATE), MEETING.EXPECTED, MEETING.PRESENT, MEETING.QUORUM)
                .step(Step.named("minutes").from(MeetingState.HELD).to(MeetingState.MINUTED).by(GA_DIRECTOR).byPerson(MEETING.RECORDER_ID).fills(area(MEETING.MINUTES)))
                .step(Step.named("issue").from(MeetingState.MINUTED).to(MeetingState.ISSUED).by(PRINCIPAL, PARTY_SECRETARY, VP_LOGISTICS).notBy("R-MTG-4", MEETING.RECORDER_ID)
                        .fills(day(MEETING.ISSUED_ON).today().unlisted()).signs(MEETING.ISSUER_ID, MEETING.ISSUER))
                .flag("inquorate", MEETING.QUORATE.isFalse()).flag("unminuted", MEETING.STATE.eq(MeetingState.HELD.name()).and(MEETING.GRADE.eq("WORKED")))
                .flag("unissued", MEETING.STATE.eq(MeetingState.MINUTED.name()))
                .ratio("attendance", MEETING.PRESENT, MEETING.EXPECTED)
                .figures(Measure.count("MEETINGS", Unit.TIMES), Measure.sum("MEETING_PERSON_TIMES", Unit.PERSON, MEETING.PRESENT), Measure.rate("MEETING_ATTEND_RATE", "attendance"),
                        Measure.count("MEETINGS_NO_QUORUM", Unit.TIMES).of("inquorate"),
                        Measure.count("OWN_MEETINGS", Unit.TIMES).whose(MEETING.CHAIR_ID), Measure.count("OWN_MINUTES", Unit.TIMES).whose(MEETING.RECORDER_ID))
                .asks("minutes", "unminuted", MEETING.RECORDER_ID, null).asks("issue", "unissued", null, PRINCIPAL, PARTY_SECRETARY).imports(720);
    }
}
