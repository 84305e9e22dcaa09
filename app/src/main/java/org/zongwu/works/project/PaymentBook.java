package org.zongwu.works.project;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
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
import static zongwu.db.works.Tables.PAYMENT;
import static zongwu.db.works.Tables.PROJECT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Rule;
import org.zongwu.logbook.Rule.Weight;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 工程付款 (domain.md §3.43): asked for by the office, paid by the cashier, never above what was contracted and audited. */
@Configuration(proxyBeanMethods = false)
class PaymentBook {
    enum Sort { PROGRESS, FINAL, RETENTION }

    enum State implements BookState {
        REQUESTED, PAID;

        @Override
        public Mark mark() {
            return this == REQUESTED ? Mark.WAIT : Mark.END;
        }
    }

    @Bean
    Logbook projectPayments(Logbooks books, Payments payments) {
        return Logbook.of(PAYMENT).series("GF").menu("works", 335)
                .reads(PRINCIPAL, VP_LOGISTICS, PARTY_SECRETARY, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, AUDIT_MEMBER).writes(GA_DIRECTOR)
                .blanks(parent(PAYMENT.PROJECT_ID, PAYMENT.PROJECT, () -> books.of(PROJECT), PROJECT.NAME), day(PAYMENT.REQUESTED_ON).today().filedMayLack(), choice(PAYMENT.KIND, Sort.class).filedMayLack(),
                        money(PAYMENT.AMOUNT).summed(), area(PAYMENT.REMARK).optional())
                .title(PAYMENT.PROJECT).day(PAYMENT.REQUESTED_ON).once(PAYMENT.PROJECT_ID, PAYMENT.REQUESTED_ON, PAYMENT.AMOUNT, PAYMENT.KIND)
                .states(State.values()).begins(in -> in.has(PAYMENT.PAID_ON) ? State.PAID : State.REQUESTED)
                .completesFiled(in -> in.complete(PAYMENT.KIND, Sort.PROGRESS.name()).complete(PAYMENT.REQUESTED_ON, in.get(PAYMENT.PAID_ON)))
                .must("R-PRJ-6", PAYMENT.REQUESTED_ON, "rule.works.payment.no-day", in -> in.has(PAYMENT.REQUESTED_ON))
                .must("R-PRJ-1", PAYMENT.AMOUNT, "rule.works.payment.nothing", in -> in.get(PAYMENT.AMOUNT) > 0)
                .rule(new Rule("R-PRJ-2", Weight.SHOULD, PAYMENT.AMOUNT, payments::beyond))
                .step(Step.named("payment").from(State.REQUESTED).to(State.PAID).by(CASHIER, ACCOUNTANT).notBy("SOD-3", PAYMENT.MADE_BY)
                        .fills(day(PAYMENT.PAID_ON).today(), text(PAYMENT.VOUCHER_NO).optional()).signs(PAYMENT.PAYER_ID, PAYMENT.PAYER))
                .flag("paid", asOf -> PAYMENT.PAID_ON.le(asOf)).flag("waiting", PAYMENT.STATE.eq(State.REQUESTED.name()))
                .figures(Measure.sum("PROJ_PAYMENTS", Unit.YUAN, PAYMENT.AMOUNT).of("paid").by(PAYMENT.PAID_ON))
                .asks("pay", "waiting", null, CASHIER).imports(765);
    }
}
