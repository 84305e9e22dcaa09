package org.zongwu.staff.study;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.UNION;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.staff.Tables.ATTENDANCE;
import static zongwu.db.staff.Tables.STUDY_SESSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.school.People;

/** 学习签到 (domain.md §3.48): sessions and who was there. The rate is attended, late ones too, of all who were expected (R-STU-1). */
@Configuration(proxyBeanMethods = false)
class StudyBooks {
    enum Kind { POLITICAL, PROFESSIONAL, SAFETY, INTEGRITY, SKILL }

    enum Attended { PRESENT, LATE_IN, LEAVE, ABSENT }

    @Bean
    Logbook studySessions(Logbooks books, People people, Clock clock) {
        return Logbook.of(STUDY_SESSION).series("XX").menu("staff", 510)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, AUDIT_MEMBER, UNION).writes(GA_DIRECTOR)
                .blanks(day(STUDY_SESSION.DAY).today(), text(STUDY_SESSION.TOPIC).wide(), choice(STUDY_SESSION.KIND, Kind.class).optional(), text(STUDY_SESSION.SPEAKER).optional(),
                        quantity(STUDY_SESSION.HOURS).optional().summed(), person(STUDY_SESSION.RECORDER_ID, STUDY_SESSION.RECORDER).optional(),
                        area(STUDY_SESSION.NOTES).optional())
                .title(STUDY_SESSION.TOPIC).once(STUDY_SESSION.DAY, STUDY_SESSION.TOPIC)
                .completes(in -> in.complete(STUDY_SESSION.KIND, Kind.POLITICAL.name()))
                .lines(() -> books.of(ATTENDANCE), actor -> roster(actor, people, LocalDate.now(clock)))
                .figures(Measure.count("STUDY_SESSIONS", Unit.TIMES), Measure.sum("STUDY_HOURS", Unit.HOUR, STUDY_SESSION.HOURS)).imports(600);
    }

    @Bean
    Logbook attendance(Logbooks books) {
        var attended = ATTENDANCE.MARK.in(Attended.PRESENT.name(), Attended.LATE_IN.name());
        return Logbook.of(ATTENDANCE).series("QD").menu("staff", 515)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, AUDIT_MEMBER, UNION).writes(GA_DIRECTOR).own(ATTENDANCE.PERSON_ID)
                .blanks(parent(ATTENDANCE.SESSION_ID, ATTENDANCE.SESSION, () -> books.of(STUDY_SESSION), STUDY_SESSION.DAY),
                        person(ATTENDANCE.PERSON_ID, ATTENDANCE.PERSON).counted(), choice(ATTENDANCE.MARK, Attended.class))
                .title(ATTENDANCE.PERSON).day(ATTENDANCE.DAY).once(ATTENDANCE.DAY, ATTENDANCE.PERSON)
                .completes(in -> in.set(ATTENDANCE.DAY, LocalDate.parse(in.get(ATTENDANCE.SESSION))))
                .matrix(ATTENDANCE.SESSION, ATTENDANCE.MARK)
                .flag("attended", attended).share("present", attended)
                .figures(Measure.count("STUDY_PERSON_TIMES", Unit.PERSON).of("attended"), Measure.rate("STUDY_ATTEND_RATE", "present"),
                        Measure.different("STUDY_PEOPLE", Unit.PERSON, ATTENDANCE.PERSON),
                        Measure.count("OWN_STUDY_SESSIONS", Unit.TIMES).of("attended").whose(ATTENDANCE.PERSON_ID), Measure.rate("OWN_STUDY_RATE", "present").whose(ATTENDANCE.PERSON_ID)).imports(605);
    }

    /** Those of the writer's own department, all present until something else is said. */
    private static List<Draft> roster(Actor actor, People people, LocalDate today) {
        var own = people.employee(actor.employeeId());
        if (own.isEmpty()) return List.of();
        return people.inService(today).stream().filter(e -> e.departmentId().equals(own.get().departmentId()))
                .map(e -> Draft.blank().set(ATTENDANCE.PERSON_ID, e.id()).set(ATTENDANCE.PERSON, e.name()).set(ATTENDANCE.MARK, Attended.PRESENT.name())).toList();
    }
}
