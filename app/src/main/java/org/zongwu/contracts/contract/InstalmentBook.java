package org.zongwu.contracts.contract;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.CASHIER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PARTY_SECRETARY;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.contracts.Tables.CONTRACT;
import static zongwu.db.contracts.Tables.INSTALMENT;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Rule;
import org.zongwu.logbook.Rule.Weight;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column;
import org.zongwu.web.Column.Mark;

/** 收付计划 (domain.md §3.46): what is to be received and paid under a contract, each part settled once, by another person than planned it. */
@Configuration(proxyBeanMethods = false)
class InstalmentBook {
    enum Direction { RECEIVABLE, PAYABLE }

    /** A ledger of one direction says it once, in its title. */
    private static final Pattern SAID = Pattern.compile("(收缴|收取|收款|付款|支付)");

    enum Purpose { RENT, PRICE, DEPOSIT, RETENTION, OTHER }

    enum State implements BookState {
        PLANNED, PART, SETTLED;

        @Override
        public Mark mark() {
            return this == SETTLED ? Mark.END : Mark.GO;
        }
    }

    @Bean
    Logbook instalments(Logbooks books, Alerts alerts, Schedule schedule) {
        var receivable = INSTALMENT.DIRECTION.eq(Direction.RECEIVABLE.name());
        var payable = INSTALMENT.DIRECTION.eq(Direction.PAYABLE.name());
        return Logbook.of(INSTALMENT).series("SF").menu("contracts", 320)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, ACC_SUPERVISOR, CASHIER, AUDIT_MEMBER).writes(GA_DIRECTOR, BUYER, ACCOUNTANT)
                .blanks(parent(INSTALMENT.CONTRACT_ID, INSTALMENT.CONTRACT, () -> books.of(CONTRACT), CONTRACT.NAME), choice(INSTALMENT.DIRECTION, Direction.class).inTitle(SAID),
                        choice(INSTALMENT.PURPOSE, Purpose.class).optional(), day(INSTALMENT.DUE_ON), money(INSTALMENT.AMOUNT).summed(), area(INSTALMENT.REMARK).optional())
                .title(INSTALMENT.CONTRACT).day(INSTALMENT.DUE_ON).once(INSTALMENT.CONTRACT_ID, INSTALMENT.DIRECTION, INSTALMENT.PURPOSE, INSTALMENT.DUE_ON, INSTALMENT.AMOUNT)
                .states(State.values()).begins(InstalmentBook::state)
                .completes(in -> in.complete(INSTALMENT.PURPOSE, Purpose.OTHER.name()))
                .completesFiled(InstalmentBook::settled)
                .must("R-CON-8", INSTALMENT.AMOUNT, "rule.contracts.instalment.nothing", in -> in.get(INSTALMENT.AMOUNT) > 0)
                .must("R-CON-10", INSTALMENT.SETTLED_AMOUNT, "rule.contracts.instalment.too-much", in -> done(in) <= in.get(INSTALMENT.AMOUNT), INSTALMENT.AMOUNT)
                .rule(new Rule("R-CON-9", Weight.SHOULD, INSTALMENT.AMOUNT, schedule::beyond))
                .step(Step.named("settlement").from(State.PLANNED, State.PART).to(State.SETTLED).by(CASHIER, ACCOUNTANT).notBy("SOD-3", INSTALMENT.MADE_BY)
                        .fills(day(INSTALMENT.SETTLED_ON).today(), money(INSTALMENT.SETTLED_AMOUNT).summed().atLeast(0), text(INSTALMENT.VOUCHER_NO).optional(),
                                money(INSTALMENT.DEDUCTED).optional().atLeast(0), area(INSTALMENT.DEDUCTED_WHY).optional())
                        .signs(INSTALMENT.SETTLER_ID, INSTALMENT.SETTLER)
                        .must("R-CON-1", INSTALMENT.CONTRACT, "rule.contracts.instalment.unsigned", schedule::isSigned)
                        .must("R-CON-10", INSTALMENT.SETTLED_AMOUNT, "rule.contracts.instalment.not-whole", in -> done(in) == in.get(INSTALMENT.AMOUNT), INSTALMENT.AMOUNT)
                        .must("R-CON-10", INSTALMENT.DEDUCTED_WHY, "rule.contracts.instalment.no-reason", in -> !in.has(INSTALMENT.DEDUCTED) || in.has(INSTALMENT.DEDUCTED_WHY)))
                .flag("received", asOf -> receivable.and(INSTALMENT.SETTLED_ON.le(asOf))).flag("paid", asOf -> payable.and(INSTALMENT.SETTLED_ON.le(asOf)))
                .flag("rent", INSTALMENT.PURPOSE.eq(Purpose.RENT.name())).flag("receivable", receivable)
                .flag("arrears", asOf -> receivable.and(INSTALMENT.DUE_ON.lt(asOf)).and(open(asOf).gt(0L)))
                .flag("payable_due", asOf -> payable.and(INSTALMENT.DUE_ON.lt(asOf)).and(open(asOf).gt(0L)))
                .flag("collect", asOf -> receivable.and(INSTALMENT.DUE_ON.le(asOf.plusDays(alerts.last(asOf)))).and(open(asOf).gt(0L)))
                .flag("pay", asOf -> payable.and(INSTALMENT.DUE_ON.le(asOf.plusDays(alerts.last(asOf)))).and(open(asOf).gt(0L)))
                .computed("open", Column.Kind.MONEY, true, InstalmentBook::open)
                .figures(Measure.sum("RENT_DUE", Unit.YUAN, INSTALMENT.AMOUNT).of("rent", "receivable"),
                        Measure.sum("RENT_RECEIVED", Unit.YUAN, INSTALMENT.SETTLED_AMOUNT).of("rent", "received").by(INSTALMENT.SETTLED_ON),
                        Measure.sum("CONTRACT_PAID", Unit.YUAN, INSTALMENT.SETTLED_AMOUNT).of("paid").by(INSTALMENT.SETTLED_ON),
                        Measure.computed("ARREARS", Unit.YUAN, "open").of("arrears").until(), Measure.computed("PAYABLE_DUE", Unit.YUAN, "open").of("payable_due").until())
                .asks("collect", "collect", INSTALMENT.DUE_ON, GA_DIRECTOR).asks("pay", "pay", INSTALMENT.DUE_ON, ACCOUNTANT)
                .plans("arrears", GA_DIRECTOR).imports(510);
    }

    /** A file may bring the day or the amount alone: what came in on a day is the whole, unless it says otherwise. */
    private static void settled(Draft in) {
        if (in.has(INSTALMENT.SETTLED_ON)) in.complete(INSTALMENT.SETTLED_AMOUNT, in.get(INSTALMENT.AMOUNT));
        if (in.has(INSTALMENT.SETTLED_AMOUNT)) in.complete(INSTALMENT.SETTLED_ON, in.get(INSTALMENT.DUE_ON));
    }

    private static State state(Draft in) {
        return done(in) == 0 ? State.PLANNED : done(in) < in.get(INSTALMENT.AMOUNT) ? State.PART : State.SETTLED;
    }

    private static long done(Draft in) {
        return (in.has(INSTALMENT.SETTLED_AMOUNT) ? in.get(INSTALMENT.SETTLED_AMOUNT) : 0) + (in.has(INSTALMENT.DEDUCTED) ? in.get(INSTALMENT.DEDUCTED) : 0);
    }

    private static Field<Long> open(LocalDate asOf) {
        var done = coalesce(INSTALMENT.SETTLED_AMOUNT, inline(0L)).plus(coalesce(INSTALMENT.DEDUCTED, inline(0L)));
        return INSTALMENT.AMOUNT.minus(when(INSTALMENT.SETTLED_ON.le(asOf), done).otherwise(inline(0L)));
    }
}
