package org.zongwu.contracts.contract;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.CASHIER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.SEAL_KEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.file;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.party;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.contracts.Tables.CONTRACT;
import static zongwu.db.contracts.Tables.INSTALMENT;

import java.time.LocalDate;
import org.jooq.Condition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 合同台账 (domain.md §3.46): drafted, approved and sealed by three people; in force from its first day to its last. */
@Configuration(proxyBeanMethods = false)
class ContractBook {
    /** How long before its end a contract is renewed or tendered again (domain.md §10.7). */
    private static final int TENDER_DAYS = 90;

    enum Kind { CONCESSION, LEASE, PURCHASE, WORKS, SERVICE, MAINTENANCE }

    enum State implements BookState {
        DRAFT, APPROVED, SIGNED, TERMINATED, CLOSED;

        @Override
        public Mark mark() {
            return this == DRAFT || this == APPROVED ? Mark.WAIT : this == SIGNED ? Mark.GO : Mark.END;
        }
    }

    @Bean
    Logbook contracts(Logbooks books, Alerts alerts, Schedule schedule) {
        return Logbook.of(CONTRACT).series("HT").menu("contracts", 310)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, SEAL_KEEPER, AUDIT_MEMBER, DISCIPLINE)
                .writes(GA_DIRECTOR, BUYER).voids(GA_DIRECTOR)
                .blanks(text(CONTRACT.OWN_NO).optional(), text(CONTRACT.NAME).wide(), party(CONTRACT.PARTY_ID, CONTRACT.PARTY).counted(), choice(CONTRACT.KIND, Kind.class),
                        money(CONTRACT.AMOUNT).optional().summed().atLeast(0), day(CONTRACT.STARTS_ON).filedMayLack(), day(CONTRACT.ENDS_ON).optional(), text(CONTRACT.DEPOSIT).optional(),
                        text(CONTRACT.BASIS).optional().wide().unlisted(), file(CONTRACT.DOCUMENT_ID), area(CONTRACT.REMARK).optional())
                .title(CONTRACT.NAME).lasts(CONTRACT.STARTS_ON, CONTRACT.ENDS_ON).once(CONTRACT.OWN_NO, CONTRACT.NAME, CONTRACT.STARTS_ON)
                .states(State.values()).begins(in -> in.has(CONTRACT.SIGNED_ON) ? State.SIGNED : State.DRAFT)
                .completes(ContractBook::term).completesFiled(in -> in.complete(CONTRACT.SIGNED_ON, in.get(CONTRACT.STARTS_ON)))
                .must("R-CON-7", CONTRACT.STARTS_ON, "rule.contracts.contract.no-start", in -> in.has(CONTRACT.STARTS_ON))
                .must("R-CON-7", CONTRACT.ENDS_ON, "rule.contracts.contract.ends-first",
                        in -> !in.has(CONTRACT.STARTS_ON) || !in.has(CONTRACT.ENDS_ON) || !in.get(CONTRACT.ENDS_ON).isBefore(in.get(CONTRACT.STARTS_ON)), CONTRACT.STARTS_ON)
                .notes("R-CON-2", CONTRACT.BASIS, "rule.contracts.contract.no-basis", in -> in.has(CONTRACT.BASIS) || !Kind.CONCESSION.name().equals(in.get(CONTRACT.KIND)))
                .step(Step.named("approval").from(State.DRAFT).to(State.APPROVED).by(PRINCIPAL, VP_LOGISTICS)
                        .notBy("SOD-8", CONTRACT.MADE_BY).signs(CONTRACT.APPROVER_ID, CONTRACT.APPROVER)
                        .must("R-CON-2", CONTRACT.BASIS, "rule.contracts.contract.no-basis", in -> in.has(CONTRACT.BASIS) || !Kind.CONCESSION.name().equals(in.get(CONTRACT.KIND))))
                .step(Step.named("sealing").from(State.APPROVED).to(State.SIGNED).by(SEAL_KEEPER).notBy("SOD-8", CONTRACT.MADE_BY, CONTRACT.APPROVER_ID)
                        .fills(day(CONTRACT.SIGNED_ON).today()).signs(CONTRACT.SEALER_ID, CONTRACT.SEALER))
                .step(Step.named("closure").from(State.SIGNED, State.TERMINATED).to(State.CLOSED).by(ACCOUNTANT, ACC_SUPERVISOR).notBy("SOD-8", CONTRACT.MADE_BY)
                        .signs(CONTRACT.CLOSER_ID, CONTRACT.CLOSER).must("R-CON-10", CONTRACT.NAME, "rule.contracts.contract.open-instalments", in -> schedule.open(in.id()) == 0))
                .step(Step.named("termination").from(State.SIGNED).to(State.TERMINATED).by(GA_DIRECTOR, VP_LOGISTICS)
                        .fills(day(CONTRACT.ENDED_ON).today().unlisted(), area(CONTRACT.ENDED_WHY)).aside()
                        .must("R-CON-7", CONTRACT.ENDED_ON, "rule.contracts.contract.ends-first", in -> !in.get(CONTRACT.ENDED_ON).isBefore(in.get(CONTRACT.STARTS_ON)), CONTRACT.STARTS_ON))
                .importsToo(text(CONTRACT.TERM).optional().unlisted(), person(CONTRACT.APPROVER_ID, CONTRACT.APPROVER).optional().unlisted())
                .children(() -> books.of(INSTALMENT))
                .flag("signed", asOf -> CONTRACT.SIGNED_ON.le(asOf)).flag("active", ContractBook::active)
                .flag("expiring", asOf -> ends(asOf, alerts.main(asOf))).flag("planned", asOf -> ends(asOf, alerts.first(asOf)))
                .flag("drafted", CONTRACT.STATE.eq(State.DRAFT.name())).flag("approved", CONTRACT.STATE.eq(State.APPROVED.name()))
                .flag("over", asOf -> CONTRACT.ENDS_ON.lt(asOf).and(CONTRACT.STATE.eq(State.SIGNED.name())))
                .figures(Measure.count("CONTRACT_ACTIVE", Unit.COPY).of("active").on().listing(CONTRACT.NAME, CONTRACT.PARTY, CONTRACT.AMOUNT, CONTRACT.ENDS_ON),
                        Measure.count("CONTRACT_EXPIRING", Unit.COPY).of("expiring").on().listing(CONTRACT.NAME, CONTRACT.PARTY, CONTRACT.AMOUNT, CONTRACT.ENDS_ON),
                        Measure.count("CONTRACT_COUNT", Unit.COPY).of("signed"), Measure.sum("CONTRACT_AMOUNT", Unit.YUAN, CONTRACT.AMOUNT).of("signed"),
                        Measure.different("CONTRACT_PARTIES", Unit.PARTY, CONTRACT.PARTY).of("signed"))
                .asks("approve", "drafted", null, PRINCIPAL, VP_LOGISTICS).asks("seal", "approved", null, SEAL_KEEPER)
                .asks("renew", "expiring", CONTRACT.ENDS_ON, GA_DIRECTOR).asks("close", "over", null, ACCOUNTANT)
                .plans("planned", GA_DIRECTOR, CONTRACT.ENDS_ON, TENDER_DAYS).imports(500);
    }

    /** A file may write the term in one cell. */
    private static void term(Draft in) {
        if (!in.has(CONTRACT.TERM)) return;
        var days = Term.days(in.get(CONTRACT.TERM));
        if (!days.isEmpty()) in.complete(CONTRACT.STARTS_ON, days.getFirst());
        if (days.size() > 1) in.complete(CONTRACT.ENDS_ON, days.getLast());
    }

    private static Condition active(LocalDate asOf) {
        return CONTRACT.SIGNED_ON.le(asOf).and(CONTRACT.STARTS_ON.le(asOf)).and(CONTRACT.ENDS_ON.isNull().or(CONTRACT.ENDS_ON.ge(asOf)))
                .and(CONTRACT.ENDED_ON.isNull().or(CONTRACT.ENDED_ON.gt(asOf)));
    }

    private static Condition ends(LocalDate asOf, int days) {
        return active(asOf).and(CONTRACT.ENDS_ON.le(asOf.plusDays(days)));
    }
}
