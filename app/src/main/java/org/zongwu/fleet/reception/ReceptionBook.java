package org.zongwu.fleet.reception;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.fleet.Tables.RECEPTION;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;
import org.zongwu.web.Column.Mark;

/** 公务接待登记 (domain.md §3.26): no letter, no reception (R-REC-1); approved before it is held, and listed afterwards. */
@Configuration(proxyBeanMethods = false)
class ReceptionBook {
    enum State implements BookState {
        LETTER_RECEIVED, PRE_APPROVED, LISTED;

        @Override
        public Mark mark() {
            return this == LETTER_RECEIVED ? Mark.WAIT : this == PRE_APPROVED ? Mark.GO : Mark.END;
        }
    }

    @Bean
    Logbook receptions(Policies policies) {
        return Logbook.of(RECEPTION).series("JD").menu("fleet", 365).reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER, DISCIPLINE).writes(GA_DIRECTOR)
                .blanks(day(RECEPTION.DAY), text(RECEPTION.GUEST_UNIT), text(RECEPTION.LETTER_NO).filedMayLack(), text(RECEPTION.PURPOSE), whole(RECEPTION.GUESTS).summed(),
                        whole(RECEPTION.HOSTS).summed(), text(RECEPTION.MEAL).optional().unlisted(), money(RECEPTION.STANDARD).optional(), text(RECEPTION.VENUE).optional().unlisted(),
                        area(RECEPTION.REMARK).optional())
                .title(RECEPTION.GUEST_UNIT).once(RECEPTION.DAY, RECEPTION.GUEST_UNIT, RECEPTION.LETTER_NO, RECEPTION.MEAL)
                .states(State.values()).begins(in -> Grade.IMPORTED.name().equals(in.get(RECEPTION.GRADE)) ? State.LISTED : State.LETTER_RECEIVED)
                .completes(in -> Companions.complete(in, policies))
                .must("R-REC-2", RECEPTION.GUESTS, "rule.fleet.reception.no-guests", in -> in.get(RECEPTION.GUESTS) > 0)
                .must("R-REC-2", RECEPTION.HOSTS, "rule.fleet.reception.negative-hosts", in -> in.get(RECEPTION.HOSTS) >= 0)
                .should("R-REC-1", RECEPTION.LETTER_NO, "rule.fleet.reception.no-letter", in -> in.has(RECEPTION.LETTER_NO))
                .should("R-REC-2", RECEPTION.HOSTS, "rule.fleet.reception.too-many-hosts", Companions::areFew, RECEPTION.GUESTS, RECEPTION.HOSTS)
                .should("R-REC-4", RECEPTION.STANDARD, "rule.fleet.reception.standard", Companions::isWithinLimit, RECEPTION.STANDARD_MAX)
                .should("R-REC-4", RECEPTION.AMOUNT, "rule.fleet.reception.amount", Companions::isWithinStandard, RECEPTION.STANDARD)
                .warns("R-REC-8", RECEPTION.AMOUNT_WORDS, "rule.fleet.reception.words", Companions::areWordsRight, RECEPTION.AMOUNT)
                .expects("SOD-3", RECEPTION.APPROVER, "rule.fleet.reception.not-approved", in -> in.has(RECEPTION.APPROVER))
                .step(Step.named("approval").from(State.LETTER_RECEIVED).to(State.PRE_APPROVED).by(PRINCIPAL, VP_LOGISTICS).notBy("SOD-3", RECEPTION.MADE_BY)
                        .signs(RECEPTION.APPROVER_ID, RECEPTION.APPROVER))
                .step(Step.named("listing").from(State.PRE_APPROVED).to(State.LISTED).by(GA_DIRECTOR)
                        .fills(whole(RECEPTION.GUESTS).summed(), whole(RECEPTION.HOSTS).summed(), money(RECEPTION.AMOUNT).summed(), area(RECEPTION.LIST))
                        .must("R-REC-2", RECEPTION.HOSTS, "rule.fleet.reception.too-many-hosts", Companions::areFew, RECEPTION.GUESTS, RECEPTION.HOSTS)
                        .must("R-REC-4", RECEPTION.AMOUNT, "rule.fleet.reception.amount", Companions::isWithinStandard, RECEPTION.STANDARD))
                .importsToo(person(RECEPTION.APPROVER_ID, RECEPTION.APPROVER).optional(), text(RECEPTION.AMOUNT_WORDS).optional().unlisted())
                .flag("listed", RECEPTION.STATE.eq(State.LISTED.name())).flag("waiting", RECEPTION.STATE.eq(State.LETTER_RECEIVED.name()))
                .flag("unlisted", asOf -> RECEPTION.STATE.eq(State.PRE_APPROVED.name()).and(RECEPTION.DAY.le(asOf)))
                .figures(Measure.count("RECEPTION_BATCH", Unit.TIMES).of("listed"), Measure.sum("RECEPTION_PERSONS", Unit.PERSON, RECEPTION.GUESTS).of("listed"),
                        Measure.sum("RECEPTION_HOSTS", Unit.PERSON, RECEPTION.HOSTS).of("listed"), Measure.sum("RECEPTION_COST", Unit.YUAN, RECEPTION.AMOUNT).of("listed"))
                .asks("approve", "waiting", RECEPTION.DAY, VP_LOGISTICS).asks("list", "unlisted", RECEPTION.DAY, GA_DIRECTOR).imports(795);
    }
}
