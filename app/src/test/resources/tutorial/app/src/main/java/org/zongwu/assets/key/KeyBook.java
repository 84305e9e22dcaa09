package org.zongwu.assets.key;

import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.CUSTODIAN;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.room;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.assets.Tables.KEY_LOAN;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Mark;

/** 钥匙登记: every key on loan has somebody who has it and a day on which it is back. */
@Configuration(proxyBeanMethods = false)
class KeyBook {
    enum State implements BookState {
        LENT, RETURNED;

        @Override
        public Mark mark() {
            return this == LENT ? Mark.GO : Mark.END;
        }
    }

    @Bean
    Logbook keyLoans() {
        return Logbook.of(KEY_LOAN).series("YS").menu("school", 546)
                .reads(GA_DIRECTOR).writes(ASSET_ADMIN, CUSTODIAN).own(KEY_LOAN.BORROWER_ID)
                .blanks(text(KEY_LOAN.KEY_NAME), room(KEY_LOAN.ROOM_ID, KEY_LOAN.ROOM).optional(), person(KEY_LOAN.BORROWER_ID, KEY_LOAN.BORROWER).counted(),
                        day(KEY_LOAN.LENT_ON), day(KEY_LOAN.DUE_ON), area(KEY_LOAN.REMARK).optional())
                .title(KEY_LOAN.KEY_NAME).day(KEY_LOAN.LENT_ON).once(KEY_LOAN.KEY_NAME, KEY_LOAN.BORROWER, KEY_LOAN.LENT_ON)
                .states(State.values()).begins(in -> in.has(KEY_LOAN.RETURNED_ON) ? State.RETURNED : State.LENT)
                .must("R-KEY-1", KEY_LOAN.DUE_ON, "rule.assets.key_loan.due-first", in -> !in.get(KEY_LOAN.DUE_ON).isBefore(in.get(KEY_LOAN.LENT_ON)), KEY_LOAN.LENT_ON)
                .must("R-KEY-1", KEY_LOAN.RETURNED_ON, "rule.assets.key_loan.back-first",
                        in -> !in.has(KEY_LOAN.RETURNED_ON) || !in.get(KEY_LOAN.RETURNED_ON).isBefore(in.get(KEY_LOAN.LENT_ON)), KEY_LOAN.LENT_ON)
                .step(Step.named("giving-back").from(State.LENT).to(State.RETURNED).by(ASSET_ADMIN, CUSTODIAN).notBy("R-KEY-2", KEY_LOAN.BORROWER_ID)
                        .fills(day(KEY_LOAN.RETURNED_ON)).signs(KEY_LOAN.RECEIVER_ID, KEY_LOAN.RECEIVER)
                        .must("R-KEY-1", KEY_LOAN.RETURNED_ON, "rule.assets.key_loan.back-first", in -> !in.get(KEY_LOAN.RETURNED_ON).isBefore(in.get(KEY_LOAN.LENT_ON)), KEY_LOAN.LENT_ON))
                .flag("out", asOf -> KEY_LOAN.RETURNED_ON.isNull().or(KEY_LOAN.RETURNED_ON.gt(asOf)))
                .figures(Measure.count("KEY_LOANS", Unit.TIMES), Measure.count("KEYS_OUT", Unit.ITEM).of("out").until())
                .asks("bring-back", "out", KEY_LOAN.BORROWER_ID, KEY_LOAN.DUE_ON).plans("out", ASSET_ADMIN).imports(410);
    }
}
