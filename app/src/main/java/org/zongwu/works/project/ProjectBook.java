package org.zongwu.works.project;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.CASHIER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.party;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.works.Tables.PAYMENT;
import static zongwu.db.works.Tables.PROJECT;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Kind;
import org.zongwu.web.Column.Mark;

/** 工程项目台账 (domain.md §3.43). A project is in hand from its proposal until its price is audited; what it saved is control price − audited price. */
@Configuration(proxyBeanMethods = false)
class ProjectBook {
    enum Sort { REPAIR, BUILDING, EQUIPMENT, OTHER }

    enum State implements BookState {
        PROPOSED, DECIDED, PRICED, CONTRACTED, STARTED, COMPLETED, ACCEPTED, AUDITED, SETTLED;

        @Override
        public Mark mark() {
            return this == SETTLED ? Mark.END : this == STARTED ? Mark.GO : Mark.WAIT;
        }
    }

    @Bean
    Logbook projects(Logbooks books, Payments payments) {
        return Logbook.of(PROJECT).series("GC").menu("works", 330)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, BUYER, AUDIT_MEMBER, DISCIPLINE).writes(GA_DIRECTOR)
                .blanks(text(PROJECT.NAME).wide(), choice(PROJECT.KIND, Sort.class).optional().unlisted(), text(PROJECT.PLACE).optional().unlisted(), day(PROJECT.PROPOSED_ON).today().filedMayLack().unlisted(),
                        money(PROJECT.ESTIMATE).optional().atLeast(0).unlisted(), person(PROJECT.MANAGER_ID, PROJECT.MANAGER).optional().unlisted(), area(PROJECT.REASON).optional(), area(PROJECT.REMARK).optional())
                .title(PROJECT.NAME).lasts(PROJECT.PROPOSED_ON, PROJECT.AUDITED_ON).once(PROJECT.NAME, PROJECT.PROPOSED_ON)
                .states(State.values()).begins(ProjectBook::state).completesFiled(ProjectBook::complete)
                .must("R-PRJ-6", PROJECT.PROPOSED_ON, "rule.works.project.no-day", in -> in.has(PROJECT.PROPOSED_ON))
                .must("R-PRJ-6", PROJECT.COMPLETED_ON, "rule.works.project.completed-first", in -> inOrder(in, PROJECT.STARTED_ON, PROJECT.COMPLETED_ON), PROJECT.STARTED_ON)
                .must("R-PRJ-6", PROJECT.ACCEPTED_ON, "rule.works.project.accepted-first", in -> inOrder(in, PROJECT.COMPLETED_ON, PROJECT.ACCEPTED_ON), PROJECT.COMPLETED_ON)
                .warns("R-PRJ-7", PROJECT.CONTRACT_PRICE, "rule.works.project.above-control", ProjectBook::belowControl, PROJECT.CONTROL_PRICE)
                .warns("R-PRJ-1", PROJECT.PAID, "rule.works.project.overpaid", in -> !in.has(PROJECT.PAID) || Ceiling.of(in).whole().map(c -> in.get(PROJECT.PAID) <= c).orElse(true))
                .notes("R-PRJ-8", PROJECT.DECISION, "rule.works.project.undecided", in -> in.has(PROJECT.DECISION) || !in.has(PROJECT.CONTRACT_PRICE))
                .step(Step.named("decision").from(State.PROPOSED).to(State.DECIDED).by(PRINCIPAL, PARTY_SECRETARY).notBy("SOD-3", PROJECT.MADE_BY).fills(text(PROJECT.DECISION).wide().unlisted()))
                .step(Step.named("pricing").from(State.DECIDED).to(State.PRICED).by(VP_LOGISTICS, ACC_SUPERVISOR, ACCOUNTANT).notBy("SOD-3", PROJECT.MADE_BY)
                        .fills(money(PROJECT.CONTROL_PRICE).summed().atLeast(0)).signs(PROJECT.PRICER_ID, PROJECT.PRICER))
                .step(Step.named("award").from(State.PRICED).to(State.CONTRACTED).by(GA_DIRECTOR, BUYER).notBy("SOD-3", PROJECT.PRICER_ID)
                        .fills(party(PROJECT.CONTRACTOR_ID, PROJECT.CONTRACTOR).counted(), text(PROJECT.CONTRACT_NO).optional().unlisted(), money(PROJECT.CONTRACT_PRICE).summed().atLeast(0),
                                money(PROJECT.RETENTION).optional().atLeast(0).unlisted(), day(PROJECT.DUE_ON).unlisted())
                        .signs(PROJECT.AWARDER_ID, PROJECT.AWARDER).must("R-PRJ-7", PROJECT.CONTRACT_PRICE, "rule.works.project.above-control", ProjectBook::belowControl, PROJECT.CONTROL_PRICE))
                .step(Step.named("start").from(State.CONTRACTED).to(State.STARTED).by(GA_DIRECTOR, DISPATCHER).fills(day(PROJECT.STARTED_ON).today().unlisted()))
                .step(Step.named("variation").from(State.STARTED, State.COMPLETED).by(PRINCIPAL, VP_LOGISTICS).notBy("SOD-3", PROJECT.MADE_BY, PROJECT.AWARDER_ID)
                        .fills(money(PROJECT.CHANGES).unlisted(), area(PROJECT.CHANGES_WHY)).aside())
                .step(Step.named("finish").from(State.STARTED).to(State.COMPLETED).by(GA_DIRECTOR, DISPATCHER).fills(day(PROJECT.COMPLETED_ON).today().unlisted())
                        .must("R-PRJ-6", PROJECT.COMPLETED_ON, "rule.works.project.completed-first", in -> inOrder(in, PROJECT.STARTED_ON, PROJECT.COMPLETED_ON), PROJECT.STARTED_ON))
                .step(Step.named("acceptance").from(State.COMPLETED).to(State.ACCEPTED).by(PRINCIPAL, VP_LOGISTICS).notBy("SOD-3", PROJECT.AWARDER_ID)
                        .fills(day(PROJECT.ACCEPTED_ON).today().unlisted()).signs(PROJECT.ACCEPTER_ID, PROJECT.ACCEPTER)
                        .must("R-PRJ-6", PROJECT.ACCEPTED_ON, "rule.works.project.accepted-first", in -> inOrder(in, PROJECT.COMPLETED_ON, PROJECT.ACCEPTED_ON), PROJECT.COMPLETED_ON))
                .step(Step.named("audit").from(State.ACCEPTED).to(State.AUDITED).by(ACC_SUPERVISOR, AUDIT_MEMBER).notBy("SOD-3", PROJECT.AWARDER_ID, PROJECT.PRICER_ID)
                        .fills(money(PROJECT.CLAIMED_PRICE).atLeast(0).unlisted(), money(PROJECT.AUDITED_PRICE).summed().atLeast(0), day(PROJECT.AUDITED_ON).today().unlisted(), day(PROJECT.RETENTION_DUE_ON).optional().unlisted())
                        .signs(PROJECT.AUDITOR_ID, PROJECT.AUDITOR)
                        .must("R-PRJ-5", PROJECT.AUDITED_PRICE, "rule.works.project.audited-above", in -> in.get(PROJECT.AUDITED_PRICE) <= in.get(PROJECT.CLAIMED_PRICE), PROJECT.CLAIMED_PRICE)
                        .must("R-PRJ-6", PROJECT.AUDITED_ON, "rule.works.project.audited-first", in -> inOrder(in, PROJECT.ACCEPTED_ON, PROJECT.AUDITED_ON), PROJECT.ACCEPTED_ON))
                .step(Step.named("settlement").from(State.AUDITED).to(State.SETTLED).by(ACCOUNTANT).fills(day(PROJECT.SETTLED_ON).today().unlisted())
                        .must("R-PRJ-2", PROJECT.AUDITED_PRICE, "rule.works.project.not-paid-up", in -> payments.isPaidUp(in), PROJECT.AUDITED_PRICE))
                .importsToo(money(PROJECT.PAID).optional().atLeast(0).unlisted()).children(() -> books.of(PAYMENT))
                .flag("audited", ProjectBook::audited).flag("running", PROJECT.STARTED_ON.isNotNull().and(PROJECT.COMPLETED_ON.isNull()).and(PROJECT.AUDITED_PRICE.isNull()))
                .flag("unfinished", asOf -> audited(asOf).not()).flag("unaudited", PROJECT.STATE.eq(State.ACCEPTED.name()))
                .flag("undecided", PROJECT.STATE.eq(State.PROPOSED.name())).flag("unpriced", PROJECT.STATE.eq(State.DECIDED.name()))
                .flag("retained", asOf -> PROJECT.STATE.eq(State.AUDITED.name()).and(PROJECT.RETENTION_DUE_ON.le(asOf)))
                .computed("paid_so_far", Kind.MONEY, true, asOf -> paid(payments, asOf))
                .computed("invested", Kind.MONEY, true, asOf -> when(audited(asOf), PROJECT.AUDITED_PRICE).otherwise(paid(payments, asOf)))
                .computed("saved", Kind.MONEY, true, asOf -> when(audited(asOf), PROJECT.CONTROL_PRICE.minus(PROJECT.AUDITED_PRICE)))
                .share("on_time", asOf -> PROJECT.COMPLETED_ON.le(PROJECT.DUE_ON), asOf -> PROJECT.DUE_ON.isNotNull().and(PROJECT.COMPLETED_ON.le(asOf)))
                .figures(Measure.count("PROJ_COUNT", Unit.MATTER).listing(PROJECT.NAME, PROJECT.CONTRACTOR, PROJECT.CONTRACT_PRICE, PROJECT.AUDITED_PRICE, PROJECT.STATE), Measure.computed("PROJ_INVEST", Unit.YUAN, "invested"), Measure.sum("PROJ_CONTROL", Unit.YUAN, PROJECT.CONTROL_PRICE),
                        Measure.sum("PROJ_CONTRACT", Unit.YUAN, PROJECT.CONTRACT_PRICE), Measure.computed("PROJ_PAID", Unit.YUAN, "paid_so_far"),
                        Measure.sum("PROJ_AUDITED", Unit.YUAN, PROJECT.AUDITED_PRICE).of("audited"), Measure.computed("PROJ_CUT", Unit.YUAN, "saved").of("audited"),
                        Measure.rate("PROJ_ONTIME_RATE", "on_time"))
                .asks("decide", "undecided", null, PRINCIPAL).asks("price", "unpriced", null, VP_LOGISTICS).asks("finish", "running", PROJECT.DUE_ON, GA_DIRECTOR)
                .asks("audit", "unaudited", null, ACC_SUPERVISOR).asks("release", "retained", null, ACCOUNTANT)
                .plans("unfinished", GA_DIRECTOR, PROJECT.DUE_ON, 0).imports(760);
    }

    private static Condition audited(LocalDate asOf) {
        return PROJECT.AUDITED_ON.le(asOf);
    }

    private static Field<Long> paid(Payments payments, LocalDate asOf) {
        return coalesce(PROJECT.PAID, inline(0L)).plus(payments.until(asOf));
    }

    private static boolean inOrder(Draft in, Field<LocalDate> first, Field<LocalDate> then) {
        return !in.has(first) || !in.has(then) || !in.get(then).isBefore(in.get(first));
    }

    private static boolean belowControl(Draft in) {
        return !in.has(PROJECT.CONTRACT_PRICE) || !in.has(PROJECT.CONTROL_PRICE) || in.get(PROJECT.CONTRACT_PRICE) <= in.get(PROJECT.CONTROL_PRICE);
    }

    /** A file says when it was built, seldom when it was proposed or audited. */
    private static void complete(Draft in) {
        for (var day : new Field<?>[] {PROJECT.STARTED_ON, PROJECT.COMPLETED_ON, PROJECT.ACCEPTED_ON}) in.complete(PROJECT.PROPOSED_ON, (LocalDate) in.get(day));
        if (!in.has(PROJECT.AUDITED_PRICE)) return;
        for (var day : new Field<?>[] {PROJECT.ACCEPTED_ON, PROJECT.COMPLETED_ON, PROJECT.PROPOSED_ON}) in.complete(PROJECT.AUDITED_ON, (LocalDate) in.get(day));
    }

    private static State state(Draft in) {
        if (in.has(PROJECT.AUDITED_PRICE)) return in.has(PROJECT.PAID) && in.get(PROJECT.PAID) >= in.get(PROJECT.AUDITED_PRICE) ? State.SETTLED : State.AUDITED;
        if (in.has(PROJECT.ACCEPTED_ON)) return State.ACCEPTED;
        if (in.has(PROJECT.COMPLETED_ON)) return State.COMPLETED;
        if (in.has(PROJECT.STARTED_ON)) return State.STARTED;
        if (in.has(PROJECT.CONTRACT_PRICE)) return State.CONTRACTED;
        return in.has(PROJECT.CONTROL_PRICE) ? State.PRICED : in.has(PROJECT.DECISION) ? State.DECIDED : State.PROPOSED;
    }
}
