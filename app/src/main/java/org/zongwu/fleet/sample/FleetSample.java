package org.zongwu.fleet.sample;

import static zongwu.db.fleet.Tables.COST;
import static zongwu.db.fleet.Tables.RECEPTION;
import static zongwu.db.fleet.Tables.TRIP;
import static zongwu.db.fleet.Tables.VEHICLE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.WorkRef;
import org.zongwu.logbook.BookSample;
import org.zongwu.logbook.Draft;

/** Two cars and the guests of a term; one trip under way, one to be approved, one odometer that ran by itself. */
@Component
class FleetSample extends BookSample {
    private static final String VAN = "禾A-0618";
    private static final String CAR = "禾A-0922";
    private static final String COUNTY = "云麓县";
    private static final int GAP_KM = 12;

    private final Map<String, Integer> odometers = new HashMap<>();
    private final Map<String, WorkRef> cars = new HashMap<>();

    FleetSample(Tools tools) {
        super(780, tools);
    }

    @Override
    protected void fill() {
        car(VAN, "7座商务车", "VAN", 7, 41_207, LocalDate.of(2027, 3, 1), LocalDate.of(2026, 12, 15));
        car(CAR, "小轿车", "CAR", 5, 68_214, LocalDate.of(2026, 12, 8), LocalDate.of(2027, 5, 20));
        for (var day : days(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)) trip(day, VAN);
        for (var day : days(DayOfWeek.WEDNESDAY)) trip(day, CAR);
        trip(today().plusDays(2), VAN);
        for (var day : days(DayOfWeek.MONDAY)) if (day.getDayOfMonth() <= 14) fuel(day, day.getDayOfMonth() <= 7 ? VAN : CAR);
        cost(LocalDate.of(2026, 10, 12), VAN, "保养", 68_000, true);
        cost(LocalDate.of(2026, 10, 15), CAR, "年检", 26_000, true);
        cost(LocalDate.of(2026, 11, 3), CAR, "保险费", 386_050, true);
        cost(today().minusDays(2), VAN, "更换轮胎", 112_000, false);
        reception(LocalDate.of(2026, 9, 17), "县教育局督导组", "云教督〔2026〕18号", "开学督导", 6, 2);
        reception(LocalDate.of(2026, 10, 13), "云麓县第二中学", "云二中函〔2026〕9号", "教研交流", 12, 3);
        reception(LocalDate.of(2026, 10, 28), "市教科院", "市教科函〔2026〕41号", "课题调研", 5, 2);
        reception(LocalDate.of(2026, 11, 11), "县市场监管局", "云市监函〔2026〕77号", "食堂检查", 4, 1);
        reception(today().plusDays(5), "邻县实验中学", "邻实函〔2026〕6号", "参观交流", 9, 3);
    }

    private void car(String plate, String model, String kind, int seats, int km, LocalDate insured, LocalDate inspected) {
        odometers.put(plate, km);
        cars.put(plate, enter(holder(Duty.GA_DIRECTOR), VEHICLE, Draft.blank().set(VEHICLE.PLATE, plate).set(VEHICLE.MODEL, model).set(VEHICLE.KIND, kind).set(VEHICLE.SEATS, seats)
                .set(VEHICLE.SINCE, LocalDate.of(2021, 5, 10)).set(VEHICLE.FIRST_KM, 0).set(VEHICLE.INSURED_UNTIL, insured).set(VEHICLE.INSPECTED_UNTIL, inspected)));
    }

    private void trip(LocalDate day, String plate) {
        var trip = enter(holder(Duty.GA_DIRECTOR), TRIP, person(Draft.blank(), TRIP.RIDER_ID, TRIP.RIDER, somebody()).set(TRIP.VEHICLE_ID, cars.get(plate).id()).set(TRIP.PLATE, plate).set(TRIP.DAY, day)
                .set(TRIP.PURPOSE, oneOf("县局开会", "送试卷", "采购物资", "家访", "送学生参赛", "银行办事")).set(TRIP.DESTINATION, oneOf("县教育局", "县城", "市里", "城关中学")));
        if (!day.isBefore(today())) return;
        step(holder(Duty.VP_LOGISTICS), TRIP, trip, "approval", person(Draft.blank(), TRIP.DRIVER_ID, TRIP.DRIVER, holder(Duty.WORKER)));
        var out = odometers.get(plate) + (day.equals(LocalDate.of(2026, 10, 20)) ? GAP_KM : 0);
        step(holder(Duty.WORKER), TRIP, trip, "departure", Draft.blank().set(TRIP.OUT_KM, out).set(TRIP.GAP_REASON, out == odometers.get(plate) ? null : "送修试车，未填派车单"));
        var in = out + oneOf(6, 12, 18, 22, 48, 64, 120);
        odometers.put(plate, in);
        if (day.isBefore(today().minusDays(3))) step(holder(Duty.WORKER), TRIP, trip, "arrival", Draft.blank().set(TRIP.IN_KM, in).set(TRIP.TOLL, in - out > 100 ? 4_800L : null));
    }

    private void fuel(LocalDate day, String plate) {
        var litres = new BigDecimal(oneOf("33.59", "44.41", "38.26", "47.11"));
        enter(holder(Duty.GA_DIRECTOR), COST, of(plate, day, "加油").set(COST.QUANTITY, litres.setScale(3)).set(COST.PRICE, new BigDecimal("7.45"))
                .set(COST.AMOUNT, litres.multiply(new BigDecimal("745")).setScale(0, RoundingMode.HALF_UP).longValueExact()).set(COST.REMARK, "油卡"));
    }

    private void cost(LocalDate day, String plate, String item, long fen, boolean approved) {
        if (day.isAfter(today())) return;
        var cost = enter(holder(Duty.GA_DIRECTOR), COST, of(plate, day, item).set(COST.AMOUNT, fen).set(COST.SUPPLIER, item.equals("保险费") ? "安途财产保险公司" : COUNTY + "通达汽修厂"));
        if (approved && item.equals("保养")) step(holder(Duty.VP_LOGISTICS), COST, cost, "approval", Draft.blank());
    }

    private Draft of(String plate, LocalDate day, String item) {
        return Draft.blank().set(COST.VEHICLE_ID, cars.get(plate).id()).set(COST.PLATE, plate).set(COST.DAY, day).set(COST.ITEM, item)
                .set(COST.INVOICE_NO, Integer.toString(random().nextInt(10_000_000, 99_999_999)));
    }

    private void reception(LocalDate day, String unit, String letter, String purpose, int guests, int hosts) {
        var reception = enter(holder(Duty.GA_DIRECTOR), RECEPTION, Draft.blank().set(RECEPTION.DAY, day).set(RECEPTION.GUEST_UNIT, unit).set(RECEPTION.LETTER_NO, letter).set(RECEPTION.PURPOSE, purpose)
                .set(RECEPTION.GUESTS, guests).set(RECEPTION.HOSTS, hosts).set(RECEPTION.MEAL, "工作餐").set(RECEPTION.STANDARD, 4_000L).set(RECEPTION.VENUE, "本校食堂"));
        if (!day.isBefore(today())) return;
        step(holder(Duty.PRINCIPAL), RECEPTION, reception, "approval", Draft.blank());
        step(holder(Duty.GA_DIRECTOR), RECEPTION, reception, "listing", Draft.blank().set(RECEPTION.GUESTS, guests).set(RECEPTION.HOSTS, hosts)
                .set(RECEPTION.AMOUNT, 3_500L * (guests + hosts)).set(RECEPTION.LIST, "工作餐一次，未用烟酒"));
    }
}
