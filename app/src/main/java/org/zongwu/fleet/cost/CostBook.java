package org.zongwu.fleet.cost;

import static org.jooq.impl.DSL.when;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.parent;
import static org.zongwu.logbook.Blank.party;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.price;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.fleet.Tables.COST;
import static zongwu.db.fleet.Tables.VEHICLE;

import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.fleet.Plate;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.BookState;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Logbooks;
import org.zongwu.logbook.Measure;
import org.zongwu.logbook.Step;
import org.zongwu.web.Column.Kind;
import org.zongwu.web.Column.Mark;

/** 油费维修登记 (domain.md §3.25): what a car cost besides the tolls of its trips. A repair counts once another person approved it (R-VEH-5). */
@Configuration(proxyBeanMethods = false)
class CostBook {
    /** 加油登记 says once what each row is for; a title of two kinds does not. */
    private static final Pattern SAID = Pattern.compile("^(?!.*加油.*(?:维修|保养))(?!.*(?:维修|保养).*加油).*?(加油|维修|保养|年检)");
    enum State implements BookState {
        REQUESTED, RECORDED;

        @Override
        public Mark mark() {
            return this == REQUESTED ? Mark.WAIT : Mark.END;
        }
    }

    @Bean
    Logbook vehicleCosts(Logbooks books) {
        return Logbook.of(COST).series("CF").menu("fleet", 355).reads(PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER, DISCIPLINE).writes(GA_DIRECTOR)
                .blanks(parent(COST.VEHICLE_ID, COST.PLATE, () -> books.of(VEHICLE), VEHICLE.PLATE).loose().filtered().counted().inTitle(Plate.IN_TITLE), day(COST.DAY).today(),
                        text(COST.ITEM).inTitle(SAID), choice(COST.KIND, Sort.class).optional(), quantity(COST.QUANTITY).optional().unlisted().unit("升", "1").unit("L", "1").unit("次", "1"),
                        price(COST.PRICE).optional(), money(COST.AMOUNT).summed(), party(COST.SUPPLIER_ID, COST.SUPPLIER).optional(), text(COST.INVOICE_NO).optional(),
                        area(COST.REMARK).optional())
                .title(COST.ITEM).once(COST.PLATE, COST.DAY, COST.ITEM, COST.AMOUNT, COST.INVOICE_NO)
                .states(State.values()).begins(in -> isToBeApproved(in) ? State.REQUESTED : State.RECORDED)
                .completes(CostBook::complete)
                .should("R-VEH-7", COST.AMOUNT, "rule.fleet.cost.amount", CostBook::isAmountRight, COST.QUANTITY, COST.PRICE)
                .step(Step.named("approval").from(State.REQUESTED).to(State.RECORDED).by(GA_DIRECTOR, VP_LOGISTICS, PRINCIPAL).notBy("R-VEH-5", COST.MADE_BY)
                        .signs(COST.APPROVER_ID, COST.APPROVER))
                .importsToo(person(COST.APPROVER_ID, COST.APPROVER).optional())
                .flag("spent", COST.STATE.eq(State.RECORDED.name())).flag("waiting", COST.STATE.eq(State.REQUESTED.name())).flag("fuel", COST.KIND.eq(Sort.FUEL.name()))
                .flag("upkeep", COST.KIND.in(Sort.REPAIR.name(), Sort.INSPECTION.name())).flag("insurance", COST.KIND.eq(Sort.INSURANCE.name()))
                .computed("litres", Kind.QUANTITY, true, asOf -> when(COST.KIND.eq(Sort.FUEL.name()), COST.QUANTITY))
                .figures(Measure.computed("VEHICLE_FUEL_LITRES", Unit.LITRE, "litres").of("spent", "fuel"), Measure.sum("VEHICLE_FUEL_COST", Unit.YUAN, COST.AMOUNT).of("spent", "fuel"),
                        Measure.sum("VEHICLE_UPKEEP_COST", Unit.YUAN, COST.AMOUNT).of("spent", "upkeep"), Measure.sum("VEHICLE_INSURANCE_COST", Unit.YUAN, COST.AMOUNT).of("spent", "insurance"))
                .asks("approve", "waiting", COST.DAY, VP_LOGISTICS).plans("waiting", GA_DIRECTOR).imports(790);
    }

    private static void complete(Draft in) {
        if (in.has(COST.PLATE)) in.set(COST.PLATE, Plate.plain(in.get(COST.PLATE)));
        if (in.has(COST.ITEM)) in.complete(COST.KIND, Sort.of(in.get(COST.ITEM)).name());
    }

    private static boolean isToBeApproved(Draft in) {
        return Sort.REPAIR.name().equals(in.get(COST.KIND)) && !Grade.IMPORTED.name().equals(in.get(COST.GRADE));
    }

    private static boolean isAmountRight(Draft in) {
        if (!in.has(COST.QUANTITY) || !in.has(COST.PRICE)) return true;
        return Math.abs(Money.of(new Quantity(in.get(COST.QUANTITY)), in.get(COST.PRICE)).fen() - in.get(COST.AMOUNT)) <= 1;
    }
}
