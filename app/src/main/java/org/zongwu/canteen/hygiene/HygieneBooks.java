package org.zongwu.canteen.hygiene;

import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.logbook.Blank.area;
import static org.zongwu.logbook.Blank.choice;
import static org.zongwu.logbook.Blank.day;
import static org.zongwu.logbook.Blank.party;
import static org.zongwu.logbook.Blank.person;
import static org.zongwu.logbook.Blank.quantity;
import static org.zongwu.logbook.Blank.text;
import static org.zongwu.logbook.Blank.whole;
import static zongwu.db.canteen.Tables.DISINFECTION;
import static zongwu.db.canteen.Tables.WASTE_COLLECTION;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.canteen.Canteen;
import org.zongwu.kernel.Unit;
import org.zongwu.logbook.Logbook;
import org.zongwu.logbook.Measure;

/** 消毒记录 and 餐厨废弃物台账 (domain.md §3.33): what was disinfected and how, and who carried which waste away. */
@Configuration(proxyBeanMethods = false)
class HygieneBooks {
    enum Method { HEAT, CHEMICAL, ULTRAVIOLET, OTHER }

    enum Waste { FOOD, OIL, OTHER }

    @Bean
    Logbook disinfections() {
        return Logbook.of(DISINFECTION).series("XD").menu("canteen", 430).reads(Canteen.readers()).writes(CANTEEN_MANAGER)
                .blanks(day(DISINFECTION.DAY).today().counted(), text(DISINFECTION.OBJECT).filtered(), choice(DISINFECTION.METHOD, Method.class), text(DISINFECTION.STRENGTH).optional(),
                        text(DISINFECTION.TIMES).optional(), whole(DISINFECTION.MINUTES).optional().unit("小时", "60"), text(DISINFECTION.OPERATOR).filedMayLack(),
                        person(DISINFECTION.CHECKER_ID, DISINFECTION.CHECKER).optional(), area(DISINFECTION.REMARK).optional())
                .title(DISINFECTION.OBJECT).once(DISINFECTION.DAY, DISINFECTION.OBJECT, DISINFECTION.METHOD, DISINFECTION.TIMES)
                .must("R-CAN-13", DISINFECTION.MINUTES, "rule.canteen.disinfection.no-minutes", in -> !in.has(DISINFECTION.MINUTES) || in.get(DISINFECTION.MINUTES) > 0)
                .should("R-CAN-13", DISINFECTION.OPERATOR, "rule.canteen.disinfection.nobody", in -> in.has(DISINFECTION.OPERATOR))
                .figures(Measure.count("DISINFECTIONS", Unit.TIMES), Measure.different("DISINFECTION_DAYS", Unit.DAY, DISINFECTION.DAY)).imports(770);
    }

    @Bean
    Logbook wasteCollections() {
        return Logbook.of(WASTE_COLLECTION).series("CC").menu("canteen", 435).reads(Canteen.readers()).writes(CANTEEN_MANAGER)
                .blanks(day(WASTE_COLLECTION.DAY).today(), choice(WASTE_COLLECTION.KIND, Waste.class).optional(), quantity(WASTE_COLLECTION.KILOGRAMS).summed().unit("斤", "0.5").unit("吨", "1000"),
                        party(WASTE_COLLECTION.COLLECTOR_ID, WASTE_COLLECTION.COLLECTOR).filedMayLack().counted(), text(WASTE_COLLECTION.TAKEN_BY).optional(),
                        person(WASTE_COLLECTION.HANDED_BY_ID, WASTE_COLLECTION.HANDED_BY).optional(), area(WASTE_COLLECTION.REMARK).optional())
                .once(WASTE_COLLECTION.DAY, WASTE_COLLECTION.KIND, WASTE_COLLECTION.KILOGRAMS, WASTE_COLLECTION.COLLECTOR)
                .completes(in -> in.complete(WASTE_COLLECTION.KIND, Waste.FOOD.name()))
                .must("R-CAN-14", WASTE_COLLECTION.KILOGRAMS, "rule.canteen.waste_collection.no-weight", in -> in.get(WASTE_COLLECTION.KILOGRAMS).signum() > 0)
                .should("R-CAN-14", WASTE_COLLECTION.COLLECTOR, "rule.canteen.waste_collection.nobody", in -> in.has(WASTE_COLLECTION.COLLECTOR))
                .figures(Measure.count("WASTE_COLLECTIONS", Unit.TIMES), Measure.sum("WASTE_WEIGHT", Unit.KILOGRAM, WASTE_COLLECTION.KILOGRAMS)).imports(775);
    }
}
