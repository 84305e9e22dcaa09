package org.zongwu.fleet.cost;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.DISCIPLINE;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.money;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static zongwu.db.fleet.Tables.VEHICLE_ACCOUNT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;

/** 单车核算 (R-VEH-3): what each car ran and cost, its trips with their tolls and its bills together. */
@Configuration(proxyBeanMethods = false)
class AccountBook {
    /** A trip, or one of the kinds of cost. */
    enum Entry { TRIP, FUEL, REPAIR, INSPECTION, INSURANCE, TOLL, OTHER }

    @Bean
    Logbook vehicleAccounts() {
        return Logbook.of(VEHICLE_ACCOUNT).menu("fleet", 360).reads(PRINCIPAL, VP_LOGISTICS, GA_DIRECTOR, ACCOUNTANT, ACC_SUPERVISOR, AUDIT_MEMBER, DISCIPLINE)
                .blanks(text(VEHICLE_ACCOUNT.PLATE).filtered().counted(), day(VEHICLE_ACCOUNT.DAY), choice(VEHICLE_ACCOUNT.KIND, Entry.class), text(VEHICLE_ACCOUNT.ITEM),
                        quantity(VEHICLE_ACCOUNT.KM).summed(), quantity(VEHICLE_ACCOUNT.LITRES).summed(), money(VEHICLE_ACCOUNT.AMOUNT).summed())
                .title(VEHICLE_ACCOUNT.ITEM).flag("cost", VEHICLE_ACCOUNT.AMOUNT.ne(0L))
                .figures(Measure.sum("VEHICLE_COST", Unit.YUAN, VEHICLE_ACCOUNT.AMOUNT).of("cost"));
    }
}
