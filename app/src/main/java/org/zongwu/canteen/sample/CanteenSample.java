package org.zongwu.canteen.sample;

import static zongwu.db.canteen.Tables.ACCOMPANIED_MEAL;
import static zongwu.db.canteen.Tables.DISINFECTION;
import static zongwu.db.canteen.Tables.FOOD_RECEIPT;
import static zongwu.db.canteen.Tables.FOOD_SAMPLE;
import static zongwu.db.canteen.Tables.MORNING_CHECK;
import static zongwu.db.canteen.Tables.WASTE_COLLECTION;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;
import org.zongwu.parties.Parties;

/** A term of the canteen: goods twice a week, samples, meals and checks; one delivery sent back, one cook sent home. */
@Component
class CanteenSample extends BookSample {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String COUNTY = "云麓县";
    private static final int WHOLE = 100;
    private static final List<String> COOKS = List.of("戴小梅", "邱国平", "顾春兰");

    private record Food(String item, String unit, String price, String supplier, String keeps) {}

    private static final List<Food> FOODS = List.of(new Food("大米", "公斤", "4.6", "禾丰粮油配送有限公司", "12个月"), new Food("大豆油", "升", "9.8", "禾丰粮油配送有限公司", "18个月"),
            new Food("白菜", "公斤", "2.4", "鲜原蔬菜配送中心", "3天"), new Food("土豆", "公斤", "3.2", "鲜原蔬菜配送中心", "15天"), new Food("西红柿", "公斤", "5.6", "鲜原蔬菜配送中心", "5天"),
            new Food("猪肉", "公斤", "26.5", "牧源肉品店", "2天"), new Food("鸡腿", "公斤", "15.8", "牧源肉品店", "6个月"), new Food("豆腐", "公斤", "4", "豆香坊豆制品厂", "2天"),
            new Food("酱油", "瓶", "8.5", "味全副食批发部", "18个月"), new Food("鸡蛋", "公斤", "10.2", "味全副食批发部", "30天"));

    private final Parties parties;

    CanteenSample(Tools tools, Parties parties) {
        super(750, tools);
        this.parties = parties;
    }

    @Override
    protected void fill() {
        for (var day : days(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)) {
            for (var i = 0; i < 3; i++) receipt(day, FOODS.get((day.getDayOfYear() + i * 3) % FOODS.size()));
            waste(day);
        }
        for (var day : schoolDays()) {
            sample(day);
            meal(day);
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) COOKS.forEach(cook -> check(day, cook));
            else check(day, COOKS.get(day.getDayOfYear() % COOKS.size()));
            disinfect(day);
        }
    }

    private void receipt(LocalDate day, Food food) {
        var receipt = person(person(Draft.blank(), FOOD_RECEIPT.INSPECTOR_ID, FOOD_RECEIPT.INSPECTOR, holder(Duty.CANTEEN_MANAGER)), FOOD_RECEIPT.CO_INSPECTOR_ID, FOOD_RECEIPT.CO_INSPECTOR,
                holder(Duty.STOREKEEPER)).set(FOOD_RECEIPT.DAY, day).set(FOOD_RECEIPT.ITEM, food.item()).set(FOOD_RECEIPT.UNIT, food.unit()).set(FOOD_RECEIPT.PRICE, new BigDecimal(food.price()))
                .set(FOOD_RECEIPT.QUANTITY, new BigDecimal(oneOf("20", "30", "45", "60", "80"))).set(FOOD_RECEIPT.SUPPLIER, COUNTY + food.supplier())
                .set(FOOD_RECEIPT.PRODUCED, day.minusDays(1).toString()).set(FOOD_RECEIPT.SHELF_LIFE, food.keeps());
        parties.named(COUNTY + food.supplier()).ifPresent(p -> receipt.set(FOOD_RECEIPT.SUPPLIER_ID, p.id()));
        var kept = enter(holder(Duty.CANTEEN_MANAGER), FOOD_RECEIPT, receipt);
        if (!day.isBefore(today().minusDays(1))) return;
        if (random().nextInt(WHOLE) < 2) step(holder(Duty.CANTEEN_MANAGER), FOOD_RECEIPT, kept, "sending-back", Draft.blank().set(FOOD_RECEIPT.REJECTED_BECAUSE, "外观不合格，已退回"));
        else step(holder(Duty.STOREKEEPER), FOOD_RECEIPT, kept, "co-inspection", Draft.blank());
    }

    private void sample(LocalDate day) {
        var taken = day.atTime(11, random().nextInt(5, 30));
        var sample = enter(holder(Duty.CANTEEN_MANAGER), FOOD_SAMPLE, person(Draft.blank(), FOOD_SAMPLE.TAKER_ID, FOOD_SAMPLE.TAKER, holder(Duty.CANTEEN_MANAGER)).set(FOOD_SAMPLE.DAY, day)
                .set(FOOD_SAMPLE.MEAL, "LUNCH").set(FOOD_SAMPLE.DISH, oneOf("土豆炖鸡", "红烧肉", "番茄炒蛋", "麻婆豆腐", "清炒白菜", "芹菜豆干")).set(FOOD_SAMPLE.TAKEN_AT, at(taken))
                .set(FOOD_SAMPLE.GRAMS, new BigDecimal(oneOf("130", "140", "150", "160", "200"))));
        var discarded = taken.plusDays(2).plusMinutes(random().nextInt(10, 240));
        if (discarded.toLocalDate().isBefore(today())) step(holder(Duty.CANTEEN_MANAGER), FOOD_SAMPLE, sample, "discarding", Draft.blank().set(FOOD_SAMPLE.DISCARDED_AT, at(discarded)));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }

    private void meal(LocalDate day) {
        var chance = random().nextInt(WHOLE);
        if (chance < 3) return;
        var meal = Draft.blank().set(ACCOMPANIED_MEAL.DAY, day).set(ACCOMPANIED_MEAL.MEAL, "LUNCH");
        if (chance < 5) meal.set(ACCOMPANIED_MEAL.EXCUSE, "校领导外出开会，委托级部主任查看");
        else person(meal, ACCOMPANIED_MEAL.COMPANION_ID, ACCOMPANIED_MEAL.COMPANION, holder(oneOf(Duty.PRINCIPAL, Duty.VP_LOGISTICS, Duty.UNION, Duty.GA_DIRECTOR)));
        if (chance > 92) meal.set(ACCOMPANIED_MEAL.PROBLEM, oneOf("菜偏咸", "汤不够热", "窗口排队过长"));
        if (chance > 92 && day.isBefore(today().minusDays(20))) meal.set(ACCOMPANIED_MEAL.HANDLING, "已告知厨师长，次日改进");
        enter(holder(Duty.CANTEEN_MANAGER), ACCOMPANIED_MEAL, meal);
    }

    private void check(LocalDate day, String cook) {
        var ill = random().nextInt(WHOLE) < 2;
        enter(holder(Duty.CANTEEN_MANAGER), MORNING_CHECK, person(Draft.blank(), MORNING_CHECK.CHECKER_ID, MORNING_CHECK.CHECKER, holder(Duty.CANTEEN_MANAGER)).set(MORNING_CHECK.DAY, day)
                .set(MORNING_CHECK.PERSON, cook).set(MORNING_CHECK.TEMPERATURE, new BigDecimal(ill ? "37.8" : oneOf("36.3", "36.5", "36.6"))).set(MORNING_CHECK.HANDS, "SOUND")
                .set(MORNING_CHECK.SYMPTOMS, ill ? "咳嗽" : null).set(MORNING_CHECK.RESULT, ill ? "SENT_HOME" : "ON_DUTY")
                .set(MORNING_CHECK.CERTIFICATE_UNTIL, cook.equals(COOKS.getFirst()) ? LocalDate.of(2026, 12, 10) : LocalDate.of(2027, 6, 30)));
    }

    private void disinfect(LocalDate day) {
        enter(holder(Duty.CANTEEN_MANAGER), DISINFECTION, Draft.blank().set(DISINFECTION.DAY, day).set(DISINFECTION.OBJECT, "餐具").set(DISINFECTION.METHOD, "HEAT")
                .set(DISINFECTION.STRENGTH, "120℃").set(DISINFECTION.MINUTES, oneOf(20, 25, 30)).set(DISINFECTION.OPERATOR, COOKS.get(day.getDayOfMonth() % COOKS.size())));
    }

    private void waste(LocalDate day) {
        enter(holder(Duty.CANTEEN_MANAGER), WASTE_COLLECTION, person(Draft.blank(), WASTE_COLLECTION.HANDED_BY_ID, WASTE_COLLECTION.HANDED_BY, holder(Duty.CANTEEN_MANAGER)).set(WASTE_COLLECTION.DAY, day)
                .set(WASTE_COLLECTION.KIND, day.getDayOfMonth() == 15 ? "OIL" : "FOOD").set(WASTE_COLLECTION.KILOGRAMS, new BigDecimal(oneOf("38.5", "42", "45.5", "51")))
                .set(WASTE_COLLECTION.COLLECTOR, COUNTY + "洁源餐厨废弃物处置中心").set(WASTE_COLLECTION.TAKEN_BY, "闵师傅"));
    }
}
