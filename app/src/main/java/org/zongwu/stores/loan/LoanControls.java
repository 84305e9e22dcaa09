package org.zongwu.stores.loan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ITEM;
import static zongwu.db.stores.Tables.LOAN;
import static zongwu.db.stores.Tables.LOAN_LINE;
import static zongwu.db.stores.Tables.LOAN_MOVE;
import static zongwu.db.stores.Tables.LOAN_OPEN;
import static zongwu.db.stores.Tables.WAREHOUSE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.slip.Gaps;
import org.zongwu.web.Messages;

/** What must hold over all loans: what is lent by the cards is what the slips say, and no number is missing. */
@Configuration(proxyBeanMethods = false)
class LoanControls {
    @Bean
    Control loanNumbers(DSLContext db, Messages messages, Tenancy tenancy) {
        return new Control() {
            @Override
            public String id() {
                return "F19-" + LoanService.SERIES;
            }

            @Override
            public Result check() {
                return Gaps.check(db, messages, LOAN, LOAN.NO, LOAN.SCHOOL_ID.eq(tenancy.current()));
            }
        };
    }

    /** Part of R-3L-1: what is out of each card, and of each line, is the sum of what went and came back. */
    @Bean
    Control lentAddsUp(DSLContext db, Messages messages, Tenancy tenancy) {
        return new Control() {
            @Override
            public String id() {
                return "R-LOAN-SUM";
            }

            @Override
            public Result check() {
                var school = tenancy.current();
                var findings = new ArrayList<>(cards(school));
                findings.addAll(lines(school));
                return new Result(db.fetchCount(LOAN_MOVE, LOAN_MOVE.SCHOOL_ID.eq(school)), findings);
            }

            private List<String> cards(long school) {
                var sums = select(LOAN_MOVE.WAREHOUSE_ID, LOAN_MOVE.ITEM_ID, sum(LOAN_MOVE.QUANTITY).as("q")).from(LOAN_MOVE)
                        .where(LOAN_MOVE.SCHOOL_ID.eq(school), LOAN_MOVE.ITEM_ID.isNotNull()).groupBy(LOAN_MOVE.WAREHOUSE_ID, LOAN_MOVE.ITEM_ID).asTable("m");
                var lent = coalesce(sums.field("q", BigDecimal.class), BigDecimal.ZERO);
                return db.select(WAREHOUSE.NAME, ITEM.CODE, ITEM.NAME, BALANCE.LENT, lent).from(BALANCE)
                        .join(WAREHOUSE).on(WAREHOUSE.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), WAREHOUSE.ID.eq(BALANCE.WAREHOUSE_ID))
                        .join(ITEM).on(ITEM.SCHOOL_ID.eq(BALANCE.SCHOOL_ID), ITEM.ID.eq(BALANCE.ITEM_ID))
                        .leftJoin(sums).on(sums.field(LOAN_MOVE.WAREHOUSE_ID).eq(BALANCE.WAREHOUSE_ID), sums.field(LOAN_MOVE.ITEM_ID).eq(BALANCE.ITEM_ID))
                        .where(BALANCE.SCHOOL_ID.eq(school), BALANCE.LENT.ne(lent)).orderBy(WAREHOUSE.CODE, ITEM.CODE)
                        .fetch(r -> messages.say("control.stores.lent", r.value1(), r.value2(), r.value3(), new Quantity(r.value4()), new Quantity(r.value5())));
            }

            private List<String> lines(long school) {
                var sums = select(LOAN_MOVE.LOAN_ID, LOAN_MOVE.LINE_NO, sum(LOAN_MOVE.QUANTITY).as("q")).from(LOAN_MOVE)
                        .where(LOAN_MOVE.SCHOOL_ID.eq(school)).groupBy(LOAN_MOVE.LOAN_ID, LOAN_MOVE.LINE_NO).asTable("m");
                var moved = coalesce(sums.field("q", BigDecimal.class), BigDecimal.ZERO);
                return db.select(LOAN.NO, LOAN_LINE.THING, LOAN_OPEN.OUTSTANDING, moved).from(LOAN_OPEN)
                        .join(LOAN).on(LOAN.SCHOOL_ID.eq(LOAN_OPEN.SCHOOL_ID), LOAN.ID.eq(LOAN_OPEN.LOAN_ID))
                        .join(LOAN_LINE).on(LOAN_LINE.SCHOOL_ID.eq(LOAN_OPEN.SCHOOL_ID), LOAN_LINE.LOAN_ID.eq(LOAN_OPEN.LOAN_ID), LOAN_LINE.LINE_NO.eq(LOAN_OPEN.LINE_NO))
                        .leftJoin(sums).on(sums.field(LOAN_MOVE.LOAN_ID).eq(LOAN_OPEN.LOAN_ID), sums.field(LOAN_MOVE.LINE_NO).eq(LOAN_OPEN.LINE_NO))
                        .where(LOAN_OPEN.SCHOOL_ID.eq(school), LOAN_OPEN.OUTSTANDING.ne(moved)).orderBy(LOAN.NO, LOAN_LINE.LINE_NO)
                        .fetch(r -> messages.say("control.stores.loan-line", r.value1(), r.value2(), new Quantity(r.value3()), new Quantity(r.value4())));
            }
        };
    }
}
