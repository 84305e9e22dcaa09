package org.zongwu.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.fleet.Tables.COST;
import static zongwu.db.fleet.Tables.RECEPTION;
import static zongwu.db.fleet.Tables.TRIP;
import static zongwu.db.fleet.Tables.VEHICLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Opened;
import org.zongwu.school.Policies;
import org.zongwu.school.SetUp;
import org.zongwu.web.NotFound;

/** Cars, trips, costs and receptions: who approves, what the odometer says, and what comes in from files. */
@Office
class FleetBooksIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String PLATE = "星A-0126";

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private Policies policies;
    @Autowired private DSLContext db;
    @Autowired private List<FigureSource> sources;
    @Autowired private List<ImportTemplate> templates;
    @Autowired private List<Control> controls;

    private Opened school;
    private Actor director;
    private Actor rider;
    private Actor driver;
    private Actor deputy;
    private UUID car;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        rider = school.actor(school.person("T001", "罗超"), Duty.TEACHER);
        driver = school.actor(school.person("T002", "白轩"), Duty.WORKER);
        deputy = school.actor(school.person("T003", "沈伟龙"), Duty.VP_LOGISTICS);
        car = enter(director, VEHICLE, vehicle());
    }

    private static Draft vehicle() {
        return Draft.blank().set(VEHICLE.PLATE, "星a-0126").set(VEHICLE.MODEL, "7座商务车").set(VEHICLE.KIND, "VAN").set(VEHICLE.SINCE, LocalDate.of(2020, 1, 1));
    }

    private Draft trip() {
        return Draft.blank().set(TRIP.VEHICLE_ID, car).set(TRIP.PLATE, PLATE).set(TRIP.DAY, DAY).set(TRIP.RIDER_ID, rider.employeeId()).set(TRIP.RIDER, "罗超").set(TRIP.PURPOSE, "送试卷");
    }

    private Draft driven() {
        return Draft.blank().set(TRIP.DRIVER_ID, driver.employeeId()).set(TRIP.DRIVER, "白轩");
    }

    private static Draft out(int km) {
        return Draft.blank().set(TRIP.OUT_KM, km);
    }

    private static Draft in(int km, Long toll) {
        return Draft.blank().set(TRIP.IN_KM, km).set(TRIP.TOLL, toll);
    }

    private void ride(LocalDate day, int from, int to, Long toll) {
        var id = enter(rider, TRIP, trip().set(TRIP.DAY, day));
        step(director, TRIP, id, "approval", driven());
        step(driver, TRIP, id, "departure", out(from));
        step(driver, TRIP, id, "arrival", in(to, toll));
    }

    @Test
    void a_plate_is_registered_once_however_it_is_written() {
        assertThatThrownBy(() -> enter(director, VEHICLE, vehicle().set(VEHICLE.PLATE, "星Ａ－0126").set(VEHICLE.SINCE, DAY))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-3");
        assertThat(figure("VEHICLES").value()).isEqualByComparingTo("1");
        step(director, VEHICLE, car, "retirement", Draft.blank().set(VEHICLE.RETIRED_ON, DAY).set(VEHICLE.RETIRED_BECAUSE, "报废"));
        assertThat(figure("VEHICLES").value()).isNull();
        proves();
    }

    @Test
    void a_trip_goes_its_way_and_somebody_else_approves_it() {
        var id = enter(rider, TRIP, trip());
        assertThatThrownBy(() -> step(driver, TRIP, id, "departure", out(100))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-4");
        assertThatThrownBy(() -> step(new Actor(school.id(), rider.employeeId(), "罗超", java.util.Set.of(Duty.GA_DIRECTOR)), TRIP, id, "approval", driven()))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        assertThatThrownBy(() -> step(driver, TRIP, id, "approval", driven())).isInstanceOf(NotFound.class);
        step(deputy, TRIP, id, "approval", driven());
        step(driver, TRIP, id, "departure", out(100));
        assertThat(figure("VEHICLE_TRIPS").value()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> step(driver, TRIP, id, "arrival", in(99, null))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-VEH-1");
        step(driver, TRIP, id, "arrival", in(148, 2_000L));
        assertThat(figure("VEHICLE_TRIPS").value()).isEqualByComparingTo("1");
        assertThat(figure("VEHICLE_KM").value()).isEqualByComparingTo("48");
        assertThat(figure("VEHICLE_TOLLS").value()).isEqualByComparingTo("20");
        proves();
    }

    @Test
    void the_odometer_goes_on_from_the_last_return_or_somebody_says_why_not() {
        ride(DAY, 100, 148, null);
        var id = enter(rider, TRIP, trip().set(TRIP.DAY, DAY.plusDays(1)));
        step(director, TRIP, id, "approval", driven());
        assertThatThrownBy(() -> step(driver, TRIP, id, "departure", out(140).set(TRIP.GAP_REASON, "看错"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-VEH-1");
        assertThatThrownBy(() -> step(driver, TRIP, id, "departure", out(160))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-VEH-1");
        step(driver, TRIP, id, "departure", out(160).set(TRIP.GAP_REASON, "送修试车"));
        step(driver, TRIP, id, "arrival", in(170, null));
        assertThat(figure("VEHICLE_GAPS").value()).isEqualByComparingTo("1");
        assertThat(figure("VEHICLE_KM").value()).isEqualByComparingTo("58");
        proves();
    }

    @Test
    void tolls_and_bills_together_are_what_a_car_costs() {
        ride(DAY, 100, 148, 2_000L);
        enter(director, COST, cost("加油", 25_797L).set(COST.QUANTITY, new BigDecimal("33.590")).set(COST.PRICE, new BigDecimal("7.68")));
        var repair = enter(director, COST, cost("更换轮胎", 112_000L).set(COST.QUANTITY, new BigDecimal("1.000")));
        enter(director, COST, cost("年检", 26_000L));
        assertThat(figure("VEHICLE_COST").value()).isEqualByComparingTo("537.97");
        assertThat(figure("VEHICLE_FUEL_LITRES").value()).isEqualByComparingTo("33.59");
        assertThatThrownBy(() -> step(director, COST, repair, "approval", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-VEH-5");
        step(deputy, COST, repair, "approval", Draft.blank());
        assertThat(figure("VEHICLE_COST").value()).isEqualByComparingTo("1657.97");
        assertThat(figure("VEHICLE_UPKEEP_COST").value()).isEqualByComparingTo("1380");
        assertThatThrownBy(() -> enter(director, COST, cost("加油", 30_000L).set(COST.QUANTITY, new BigDecimal("33.590")).set(COST.PRICE, new BigDecimal("7.68"))))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("R-VEH-7");
        proves();
    }

    private Draft cost(String item, long fen) {
        return Draft.blank().set(COST.VEHICLE_ID, car).set(COST.PLATE, PLATE).set(COST.DAY, DAY).set(COST.ITEM, item).set(COST.AMOUNT, fen);
    }

    private static Draft reception(int guests, int hosts) {
        return Draft.blank().set(RECEPTION.DAY, DAY).set(RECEPTION.GUEST_UNIT, "城关中学").set(RECEPTION.LETTER_NO, "城中函〔2026〕3号").set(RECEPTION.PURPOSE, "教研交流").set(RECEPTION.GUESTS, guests)
                .set(RECEPTION.HOSTS, hosts).set(RECEPTION.STANDARD, 4_000L);
    }

    @Test
    void a_reception_is_approved_before_and_listed_after() {
        var id = enter(director, RECEPTION, reception(11, 3));
        assertThat(figure("RECEPTION_BATCH").value()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> step(school.actor(Duty.PRINCIPAL), RECEPTION, id, "approval", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        step(deputy, RECEPTION, id, "approval", Draft.blank());
        assertThatThrownBy(() -> step(director, RECEPTION, id, "listing", listed(11, 4, 56_000L))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-REC-2");
        assertThatThrownBy(() -> step(director, RECEPTION, id, "listing", listed(11, 3, 56_001L))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-REC-4");
        step(director, RECEPTION, id, "listing", listed(12, 4, 60_000L));
        assertThat(figure("RECEPTION_BATCH").value()).isEqualByComparingTo("1");
        assertThat(figure("RECEPTION_PERSONS").value()).isEqualByComparingTo("12");
        assertThat(figure("RECEPTION_HOSTS").value()).isEqualByComparingTo("4");
        assertThat(figure("RECEPTION_COST").value()).isEqualByComparingTo("600");
        proves();
    }

    private static Draft listed(int guests, int hosts, long fen) {
        return Draft.blank().set(RECEPTION.GUESTS, guests).set(RECEPTION.HOSTS, hosts).set(RECEPTION.AMOUNT, fen).set(RECEPTION.LIST, "工作餐一次");
    }

    /** domain.md §12.7 */
    @Test
    void there_are_not_more_hosts_than_the_policy_of_the_day_allows() {
        enter(director, RECEPTION, reception(10, 3));
        enter(director, RECEPTION, reception(15, 5).set(RECEPTION.LETTER_NO, "城中函〔2026〕4号"));
        assertThatThrownBy(() -> enter(director, RECEPTION, reception(10, 4))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-REC-2");
        assertThatThrownBy(() -> enter(director, RECEPTION, reception(11, 4))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-REC-2");
        policies.set(director, "reception.host.rule", "5:1,1/5", DAY.plusDays(1), "县府办〔2026〕12号");
        policies.set(director, "reception.standard.max", "30", DAY.plusDays(1), "县府办〔2026〕12号");
        assertThatThrownBy(() -> enter(director, RECEPTION, reception(5, 2).set(RECEPTION.DAY, DAY.plusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-REC-2");
        assertThatThrownBy(() -> enter(director, RECEPTION, reception(5, 1).set(RECEPTION.DAY, DAY.plusDays(1)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-REC-4");
        enter(director, RECEPTION, reception(5, 1).set(RECEPTION.DAY, DAY.plusDays(1)).set(RECEPTION.STANDARD, 3_000L));
        proves();
    }

    @Test
    void without_a_letter_nobody_is_received() {
        assertThatThrownBy(() -> enter(director, RECEPTION, reception(6, 2).set(RECEPTION.LETTER_NO, null))).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.field()).isEqualTo("letter_no"));
    }

    @Test
    void trips_of_a_file_are_held_against_the_odometer() {
        ride(LocalDate.of(2026, 9, 3), 68_200, 68_214, null);
        var outcomes = take("fleet.trip", ridden(3, "2026-09-04", "68214", "68220", "6", "沈伟龙", "送档案"), ridden(4, "2026-09-05", "68220", "68268", "58", "沈伟龙", "家访"),
                ridden(5, "2026-09-06", "68304", "68322", "18", "沈伟龙", "县局开会"), ridden(6, "2026-09-07", "68322", "68330", "8", "", "银行办事"),
                ridden(7, "2026-09-07", "68322", "68330", "8", "", "银行办事"), ridden(8, "2026-09-08", "68330", "68320", "", "沈伟龙", "送试卷"),
                ridden(9, "2026-09-09", "68330", "68336", "", "沈伟龙", "送试卷"));
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.WARNING, Verdict.WARNING, Verdict.WARNING, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.WARNING);
        assertThat(outcomes.subList(1, 4)).extracting(ImportTemplate.Outcome::key).containsExactly("rule.fleet.trip.km", "rule.fleet.trip.gap", "rule.fleet.trip.not-approved");
        assertThat(figure("VEHICLE_KM").value()).isEqualByComparingTo("100");
        assertThat(figure("VEHICLE_KM").grade()).isEqualTo(Grade.MIXED);
        assertThat(figure("VEHICLE_GAPS").value()).isEqualByComparingTo("1");
        var linked = school.<Integer>read(() -> db.fetchCount(TRIP, TRIP.SCHOOL_ID.eq(school.id()), TRIP.VEHICLE_ID.eq(car)));
        assertThat(linked).isEqualTo(6);
        proves();
    }

    private static Row ridden(int line, String day, String out, String in, String km, String approver, String purpose) {
        return row(line, "plate", PLATE, "day", day, "rider", "石桂悦", "purpose", purpose, "out_km", out, "in_km", in, "km_written", km, "driver", "白轩", "approver", approver, "toll", "20");
    }

    @Test
    void a_car_that_nobody_registered_comes_in_by_its_plate() {
        var template = templates.stream().filter(t -> t.id().equals("fleet.trip")).findFirst().orElseThrow();
        var outcome = template.take(List.of(row(3, "plate", "星A-0318", "day", "2026-09-04", "rider", "石桂悦", "purpose", "送档案", "km_written", "12", "approver", "沈伟龙")), director);
        assertThat(outcome).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(figure("VEHICLE_KM").value()).isEqualByComparingTo("12");
        proves();
    }

    @Test
    void bills_of_a_file_are_fuel_only_where_they_say_so() {
        var outcomes = take("fleet.cost", row(3, "plate", PLATE, "day", "2026-09-04", "item", "加油", "quantity", "33.59", "price", "7.68", "amount", "257.97", "invoice_no", "30670297"),
                row(4, "plate", PLATE, "day", "2026-09-05", "item", "更换轮胎", "quantity", "1", "price", "1120", "amount", "1120"),
                row(5, "plate", "星A-0318", "day", "2026-09-05", "item", "保险费", "quantity", "1", "price", "3860.5", "amount", "3860.5"),
                row(6, "plate", PLATE, "day", "2026-09-06", "item", "加油", "quantity", "30", "price", "7.68", "amount", "320"));
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WARNING);
        assertThat(figure("VEHICLE_FUEL_LITRES").value()).isEqualByComparingTo("63.59");
        assertThat(figure("VEHICLE_COST").value()).isEqualByComparingTo("5558.47");
        assertThat(figure("VEHICLE_COST").evidenceCount()).isEqualTo(4);
        assertThat(figure("VEHICLE_UPKEEP_COST").value()).isEqualByComparingTo("1120");
        proves();
    }

    @Test
    void receptions_of_a_file_have_been_held_and_are_marked() {
        var outcomes = take("fleet.reception", held(3, "县消防大队", "星教函〔2026〕47号", "15", "1", "40", "640", "陆佰肆拾元整", "邵德涵"), held(4, "城关中学", "", "5", "1", "30", "180", "壹佰捌拾元整", "邵德涵"),
                held(5, "县教育局督导组", "星教函〔2026〕90号", "4", "6", "35", "350", "叁佰伍拾元整", "邵德涵"), held(6, "邻县二中", "星教函〔2026〕26号", "6", "2", "30", "240", "贰佰肆拾元整", ""),
                held(7, "实验小学", "星教函〔2026〕27号", "6", "2", "30", "240", "叁佰元整", "邵德涵"), held(8, "实验小学", "星教函〔2026〕27号", "6", "2", "30", "240", "贰佰肆拾元整", "邵德涵"));
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.WARNING, Verdict.WARNING, Verdict.WARNING, Verdict.WARNING, Verdict.DUPLICATE);
        assertThat(outcomes.subList(1, 5)).extracting(ImportTemplate.Outcome::key)
                .containsExactly("rule.fleet.reception.no-letter", "rule.fleet.reception.too-many-hosts", "rule.fleet.reception.not-approved", "rule.fleet.reception.words");
        assertThat(figure("RECEPTION_BATCH").value()).isEqualByComparingTo("5");
        assertThat(figure("RECEPTION_COST").value()).isEqualByComparingTo("1650");
        proves();
    }

    private static Row held(int line, String unit, String letter, String guests, String hosts, String standard, String amount, String words, String approver) {
        return row(line, "day", "2026-09-04", "guest_unit", unit, "letter_no", letter, "purpose", "督导", "guests", guests, "hosts", hosts, "standard", standard, "amount", amount,
                "amount_words", words, "approver", approver);
    }

    private static Row row(int line, String... cells) {
        var all = new HashMap<String, String>();
        for (var i = 0; i < cells.length; i += 2) all.put(cells[i], cells[i + 1]);
        return new Row("公车", line, all);
    }

    private List<ImportTemplate.Outcome> take(String id, Row... rows) {
        return templates.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().take(List.of(rows), director);
    }

    private UUID enter(Actor actor, Table<?> table, Draft draft) {
        return books.enter(actor, books.of(table), draft).id();
    }

    private void step(Actor actor, Table<?> table, UUID id, String step, Draft filled) {
        books.step(actor, books.of(table), id, step, filled);
    }

    private Figure figure(String id) {
        return tenancy.read(school.id(), () -> sources.stream().flatMap(s -> s.definitions().stream().anyMatch(d -> d.id().equals(id)) ? s.figures(TERM).stream() : Stream.of())
                .filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow());
    }

    private void proves() {
        tenancy.read(school.id(), () -> {
            for (var control : controls.stream().filter(c -> c.id().matches("LOGBOOKS|TRAIL-ROWS|F19-.*")).toList()) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }
}
