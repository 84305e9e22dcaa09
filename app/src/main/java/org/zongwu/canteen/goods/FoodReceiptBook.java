package org.zongwu.canteen.goods;

import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.file;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.party;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.price;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.canteen.Tables.FOOD_RECEIPT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.canteen.Canteen;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.school.Policies;
import org.zongwu.web.Column.Kind;
import org.zongwu.web.Column.Mark;

/** 进货查验台账 (domain.md §3.33): what came in counts once a second person has seen it too. */
@Configuration(proxyBeanMethods = false)
class FoodReceiptBook {
    enum State implements BookState {
        ARRIVED, ACCEPTED, REJECTED;

        @Override
        public Mark mark() {
            return this == ARRIVED ? Mark.WAIT : this == ACCEPTED ? Mark.END : Mark.PLAIN;
        }
    }

    @Bean
    Logbook foodReceipts(Policies policies) {
        return Logbook.of(FOOD_RECEIPT).series("JH").menu("canteen", 410).reads(Canteen.readers()).writes(CANTEEN_MANAGER).own(FOOD_RECEIPT.CO_INSPECTOR_ID)
                .blanks(day(FOOD_RECEIPT.DAY).today(), text(FOOD_RECEIPT.ITEM).filtered(), text(FOOD_RECEIPT.UNIT).optional(), quantity(FOOD_RECEIPT.QUANTITY),
                        price(FOOD_RECEIPT.PRICE).optional(), money(FOOD_RECEIPT.AMOUNT).optional().summed(), party(FOOD_RECEIPT.SUPPLIER_ID, FOOD_RECEIPT.SUPPLIER).counted().filtered(),
                        text(FOOD_RECEIPT.PRODUCED).optional().unlisted(), text(FOOD_RECEIPT.SHELF_LIFE).optional().unlisted(), day(FOOD_RECEIPT.EXPIRES_ON).optional().unlisted(),
                        text(FOOD_RECEIPT.CERTIFICATE).optional().unlisted(), file(FOOD_RECEIPT.CERTIFICATE_FILE), person(FOOD_RECEIPT.BUYER_ID, FOOD_RECEIPT.BUYER).optional().unlisted(),
                        person(FOOD_RECEIPT.INSPECTOR_ID, FOOD_RECEIPT.INSPECTOR), person(FOOD_RECEIPT.CO_INSPECTOR_ID, FOOD_RECEIPT.CO_INSPECTOR).optional(),
                        area(FOOD_RECEIPT.REMARK).optional())
                .title(FOOD_RECEIPT.ITEM).once(FOOD_RECEIPT.DAY, FOOD_RECEIPT.ITEM, FOOD_RECEIPT.UNIT, FOOD_RECEIPT.QUANTITY, FOOD_RECEIPT.PRICE, FOOD_RECEIPT.SUPPLIER)
                .states(State.values()).begins(in -> Goods.isSettled(in) ? State.ACCEPTED : State.ARRIVED)
                .completes(in -> Goods.complete(in, policies))
                .must("R-CAN-11", FOOD_RECEIPT.QUANTITY, "rule.canteen.food_receipt.no-quantity", in -> in.get(FOOD_RECEIPT.QUANTITY).signum() != 0)
                .must("R-CAN-11", FOOD_RECEIPT.AMOUNT, "rule.canteen.food_receipt.no-amount", in -> in.has(FOOD_RECEIPT.AMOUNT))
                .should("R-CAN-11", FOOD_RECEIPT.AMOUNT, "rule.canteen.food_receipt.amount", Goods::isAmountRight, FOOD_RECEIPT.QUANTITY, FOOD_RECEIPT.PRICE)
                .should("R-CAN-4", FOOD_RECEIPT.CO_INSPECTOR, "rule.canteen.food_receipt.one-inspector", Goods::isSeenByEnough)
                .should("R-CAN-4", FOOD_RECEIPT.BUYER, "rule.canteen.food_receipt.buyer-inspects", Goods::isBuyerApart)
                .notes("R-CAN-3", FOOD_RECEIPT.EXPIRES_ON, "rule.canteen.food_receipt.expired", Goods::isFresh, FOOD_RECEIPT.EXPIRES_ON)
                .step(Step.named("co-inspection").from(State.ARRIVED).to(State.ACCEPTED).byPerson(FOOD_RECEIPT.CO_INSPECTOR_ID)
                        .notBy("R-CAN-4", FOOD_RECEIPT.INSPECTOR_ID, FOOD_RECEIPT.BUYER_ID)
                        .must("R-CAN-3", FOOD_RECEIPT.EXPIRES_ON, "rule.canteen.food_receipt.expired", Goods::isFresh, FOOD_RECEIPT.EXPIRES_ON))
                .step(Step.named("sending-back").from(State.ARRIVED).to(State.REJECTED).byPerson(FOOD_RECEIPT.CO_INSPECTOR_ID).by(CANTEEN_MANAGER)
                        .fills(area(FOOD_RECEIPT.REJECTED_BECAUSE)).aside())
                .flag("accepted", FOOD_RECEIPT.STATE.eq(State.ACCEPTED.name())).flag("waiting", FOOD_RECEIPT.STATE.eq(State.ARRIVED.name()))
                .flag("rejected", FOOD_RECEIPT.STATE.eq(State.REJECTED.name()))
                .computed("weight", Kind.QUANTITY, true, asOf -> FOOD_RECEIPT.KILOGRAMS)
                .figures(Measure.count("FOOD_PURCHASES", Unit.TIMES).of("accepted"), Measure.sum("FOOD_PURCHASE_AMOUNT", Unit.YUAN, FOOD_RECEIPT.AMOUNT).of("accepted"),
                        Measure.computed("FOOD_PURCHASE_WEIGHT", Unit.KILOGRAM, "weight").of("accepted"), Measure.different("FOOD_SUPPLIERS", Unit.PARTY, FOOD_RECEIPT.SUPPLIER).of("accepted"),
                        Measure.count("FOOD_REJECTED", Unit.TIMES).of("rejected"),
                        Measure.count("OWN_FOOD_INSPECTIONS", Unit.TIMES).of("accepted").whose(FOOD_RECEIPT.CO_INSPECTOR_ID))
                .asks("inspect", "waiting", FOOD_RECEIPT.CO_INSPECTOR_ID, FOOD_RECEIPT.DAY).imports(750);
    }
}
