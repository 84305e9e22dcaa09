package org.zongwu.canteen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.canteen.Tables.ACCOMPANIED_MEAL;
import static zongwu.db.canteen.Tables.DISINFECTION;
import static zongwu.db.canteen.Tables.FOOD_RECEIPT;
import static zongwu.db.canteen.Tables.FOOD_SAMPLE;
import static zongwu.db.canteen.Tables.MORNING_CHECK;
import static zongwu.db.canteen.Tables.WASTE_COLLECTION;

import java.math.BigDecimal;
import java.time.Instant;
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

/** The canteen's logs: who inspects, how long a sample is kept, who may cook, and what comes in from files. */
@Office
class CanteenBooksIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

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
    private Actor manager;
    private Actor second;
    private UUID buyer;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        manager = school.actor(Duty.CANTEEN_MANAGER);
        second = school.actor(school.person("T001", "白轩"), Duty.STOREKEEPER);
        buyer = school.person("T002", "于雅军");
    }

    private Draft pork() {
        return Draft.blank().set(FOOD_RECEIPT.DAY, DAY).set(FOOD_RECEIPT.ITEM, "猪肉").set(FOOD_RECEIPT.UNIT, "斤").set(FOOD_RECEIPT.QUANTITY, new BigDecimal("40.000"))
                .set(FOOD_RECEIPT.PRICE, new BigDecimal("13.25")).set(FOOD_RECEIPT.SUPPLIER, "双汇源肉品店").set(FOOD_RECEIPT.PRODUCED, "2026-08-31").set(FOOD_RECEIPT.SHELF_LIFE, "3天")
                .set(FOOD_RECEIPT.INSPECTOR_ID, manager.employeeId()).set(FOOD_RECEIPT.INSPECTOR, "安可").set(FOOD_RECEIPT.CO_INSPECTOR_ID, second.employeeId()).set(FOOD_RECEIPT.CO_INSPECTOR, "白轩");
    }

    private static Draft sample(String grams) {
        return Draft.blank().set(FOOD_SAMPLE.DAY, DAY).set(FOOD_SAMPLE.MEAL, "LUNCH").set(FOOD_SAMPLE.DISH, "红烧肉").set(FOOD_SAMPLE.GRAMS, new BigDecimal(grams))
                .set(FOOD_SAMPLE.TAKEN_AT, Instant.parse("2026-09-01T03:20:00Z"));
    }

    private static Draft check() {
        return Draft.blank().set(MORNING_CHECK.DAY, DAY).set(MORNING_CHECK.PERSON, "顾春兰").set(MORNING_CHECK.TEMPERATURE, new BigDecimal("36.500")).set(MORNING_CHECK.HANDS, "SOUND")
                .set(MORNING_CHECK.CERTIFICATE_UNTIL, DAY);
    }

    @Test
    void goods_count_once_a_second_person_has_seen_them() {
        var id = enter(FOOD_RECEIPT, pork());
        assertThat(figure("FOOD_PURCHASES").value()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> step(manager, FOOD_RECEIPT, id, "co-inspection", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CAN-4");
        assertThatThrownBy(() -> step(school.actor(buyer, Duty.CANTEEN_MANAGER), FOOD_RECEIPT, id, "co-inspection", Draft.blank())).isInstanceOf(NotFound.class);
        step(second, FOOD_RECEIPT, id, "co-inspection", Draft.blank());
        assertThat(figure("FOOD_PURCHASES").value()).isEqualByComparingTo("1");
        assertThat(figure("FOOD_PURCHASE_AMOUNT").value()).isEqualByComparingTo("530.00");
        assertThat(figure("FOOD_PURCHASE_WEIGHT").value()).isEqualByComparingTo("20");
        assertThat(figure("FOOD_SUPPLIERS").value()).isEqualByComparingTo("1");
        proves();
    }

    @Test
    void one_person_alone_receives_nothing_and_the_buyer_does_not_inspect() {
        refused("R-CAN-4", FOOD_RECEIPT, pork().set(FOOD_RECEIPT.CO_INSPECTOR_ID, null).set(FOOD_RECEIPT.CO_INSPECTOR, null));
        refused("R-CAN-4", FOOD_RECEIPT, pork().set(FOOD_RECEIPT.CO_INSPECTOR_ID, manager.employeeId()).set(FOOD_RECEIPT.CO_INSPECTOR, "安可"));
        refused("R-CAN-4", FOOD_RECEIPT, pork().set(FOOD_RECEIPT.BUYER_ID, second.employeeId()).set(FOOD_RECEIPT.BUYER, "白轩"));
        refused("R-CAN-11", FOOD_RECEIPT, pork().set(FOOD_RECEIPT.AMOUNT, 54_000L));
        policies.set(manager, "food.inspectors.min", "1", LocalDate.of(2026, 9, 1), "县教体〔2026〕3号");
        enter(FOOD_RECEIPT, pork().set(FOOD_RECEIPT.CO_INSPECTOR_ID, null).set(FOOD_RECEIPT.CO_INSPECTOR, null));
        assertThat(figure("FOOD_PURCHASES").value()).isEqualByComparingTo("1");
        proves();
    }

    @Test
    void expired_goods_are_sent_back() {
        var id = enter(FOOD_RECEIPT, pork().set(FOOD_RECEIPT.PRODUCED, "2026-08-20"));
        assertThatThrownBy(() -> step(second, FOOD_RECEIPT, id, "co-inspection", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CAN-3");
        step(second, FOOD_RECEIPT, id, "sending-back", Draft.blank().set(FOOD_RECEIPT.REJECTED_BECAUSE, "过期"));
        assertThat(figure("FOOD_REJECTED").value()).isEqualByComparingTo("1");
        assertThat(figure("FOOD_PURCHASES").value()).isEqualByComparingTo("0");
        proves();
    }

    /** domain.md §12.11 */
    @Test
    void a_sample_is_heavy_enough_and_kept_for_forty_eight_hours() {
        refused("R-CAN-1", FOOD_SAMPLE, sample("124"));
        var id = enter(FOOD_SAMPLE, sample("125"));
        assertThat(figure("FOOD_SAMPLE_RATE").value()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> step(manager, FOOD_SAMPLE, id, "discarding", discarded("2026-09-03T03:00:00Z"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CAN-1");
        step(manager, FOOD_SAMPLE, id, "discarding", discarded("2026-09-03T03:20:00Z"));
        assertThat(figure("FOOD_SAMPLES").value()).isEqualByComparingTo("1");
        assertThat(figure("FOOD_SAMPLE_RATE").value()).isEqualByComparingTo("100");
        proves();
    }

    private static Draft discarded(String at) {
        return Draft.blank().set(FOOD_SAMPLE.DISCARDED_AT, Instant.parse(at));
    }

    @Test
    void a_sample_keeps_the_policy_of_its_day() {
        policies.set(manager, "food.sample.min.grams", "200", LocalDate.of(2026, 9, 2), "县教体〔2026〕3号");
        policies.set(manager, "food.sample.min.hours", "72", LocalDate.of(2026, 9, 2), "县教体〔2026〕3号");
        enter(FOOD_SAMPLE, sample("125"));
        refused("R-CAN-1", FOOD_SAMPLE, sample("150").set(FOOD_SAMPLE.DAY, DAY.plusDays(1)));
        var id = enter(FOOD_SAMPLE, sample("200").set(FOOD_SAMPLE.DAY, DAY.plusDays(1)).set(FOOD_SAMPLE.TAKEN_AT, Instant.parse("2026-09-02T03:20:00Z")));
        assertThatThrownBy(() -> step(manager, FOOD_SAMPLE, id, "discarding", discarded("2026-09-04T03:20:00Z"))).isInstanceOf(RuleBroken.class);
        step(manager, FOOD_SAMPLE, id, "discarding", discarded("2026-09-05T03:20:00Z"));
        proves();
    }

    @Test
    void a_sample_still_to_be_kept_is_not_judged_yet() {
        enter(FOOD_SAMPLE, sample("125").set(FOOD_SAMPLE.DAY, LocalDate.of(2026, 11, 22)).set(FOOD_SAMPLE.TAKEN_AT, Instant.parse("2026-11-22T03:20:00Z")));
        assertThat(figure("FOOD_SAMPLES").value()).isEqualByComparingTo("1");
        assertThat(figure("FOOD_SAMPLE_RATE").value()).isNull();
    }

    @Test
    void the_rate_of_accompanied_days_is_of_days_with_samples_since_the_log_began() {
        enter(FOOD_SAMPLE, sample("125"));
        assertThat(figure("ACCOMPANY_RATE").value()).isNull();
        meal(DAY.plusDays(1), "安可", null);
        meal(DAY.plusDays(2), null, "外出开会");
        for (var i = 1; i <= 4; i++) {
            enter(FOOD_SAMPLE, sample("125").set(FOOD_SAMPLE.DAY, DAY.plusDays(i)));
            enter(FOOD_SAMPLE, sample("125").set(FOOD_SAMPLE.DAY, DAY.plusDays(i)).set(FOOD_SAMPLE.DISH, "米饭"));
        }
        meal(DAY.plusDays(4), "安可", null);
        assertThat(figure("ACCOMPANY_RATE").value()).isEqualByComparingTo("50");
        assertThat(figure("ACCOMPANY_MEALS").value()).isEqualByComparingTo("2");
        assertThat(figure("ACCOMPANY_LEADERS").value()).isEqualByComparingTo("1");
        refused("R-CAN-5", ACCOMPANIED_MEAL, Draft.blank().set(ACCOMPANIED_MEAL.DAY, DAY).set(ACCOMPANIED_MEAL.MEAL, "LUNCH"));
        proves();
    }

    private void meal(LocalDate day, String companion, String excuse) {
        enter(ACCOMPANIED_MEAL, Draft.blank().set(ACCOMPANIED_MEAL.DAY, day).set(ACCOMPANIED_MEAL.MEAL, "LUNCH").set(ACCOMPANIED_MEAL.COMPANION, companion).set(ACCOMPANIED_MEAL.EXCUSE, excuse));
    }

    @Test
    void what_was_found_at_a_meal_is_dealt_with() {
        var id = enter(ACCOMPANIED_MEAL, Draft.blank().set(ACCOMPANIED_MEAL.DAY, DAY).set(ACCOMPANIED_MEAL.MEAL, "LUNCH").set(ACCOMPANIED_MEAL.COMPANION, "安可").set(ACCOMPANIED_MEAL.PROBLEM, "菜偏咸"));
        step(manager, ACCOMPANIED_MEAL, id, "handling", Draft.blank().set(ACCOMPANIED_MEAL.HANDLING, "已告知厨师"));
        var state = school.<String>read(() -> db.select(ACCOMPANIED_MEAL.STATE).from(ACCOMPANIED_MEAL).where(ACCOMPANIED_MEAL.SCHOOL_ID.eq(school.id()), ACCOMPANIED_MEAL.ID.eq(id)).fetchSingle().value1());
        assertThat(state).isEqualTo("HANDLED");
        proves();
    }

    @Test
    void nobody_cooks_who_is_unwell_or_whose_certificate_has_expired() {
        refused("R-CAN-2", MORNING_CHECK, check().set(MORNING_CHECK.CERTIFICATE_UNTIL, DAY.minusDays(1)));
        refused("R-CAN-12", MORNING_CHECK, check().set(MORNING_CHECK.TEMPERATURE, new BigDecimal("37.300")));
        refused("R-CAN-12", MORNING_CHECK, check().set(MORNING_CHECK.HANDS, "WOUND"));
        refused("R-CAN-12", MORNING_CHECK, check().set(MORNING_CHECK.SYMPTOMS, "腹泻"));
        refused("R-CAN-12", MORNING_CHECK, check().set(MORNING_CHECK.TEMPERATURE, new BigDecimal("365.000")));
        enter(MORNING_CHECK, check().set(MORNING_CHECK.SYMPTOMS, "无"));
        enter(MORNING_CHECK, check().set(MORNING_CHECK.DAY, DAY.plusDays(1)).set(MORNING_CHECK.CERTIFICATE_UNTIL, DAY).set(MORNING_CHECK.SYMPTOMS, "咳嗽").set(MORNING_CHECK.RESULT, "SENT_HOME"));
        assertThat(figure("MORNING_CHECKS").value()).isEqualByComparingTo("2");
        assertThat(figure("MORNING_CHECK_DAYS").value()).isEqualByComparingTo("2");
        assertThat(figure("MORNING_SENT_HOME").value()).isEqualByComparingTo("1");
        proves();
    }

    @Test
    void disinfection_and_waste_are_counted() {
        enter(DISINFECTION, Draft.blank().set(DISINFECTION.DAY, DAY).set(DISINFECTION.OBJECT, "餐具").set(DISINFECTION.METHOD, "HEAT").set(DISINFECTION.MINUTES, 20).set(DISINFECTION.OPERATOR, "顾春兰"));
        enter(DISINFECTION, Draft.blank().set(DISINFECTION.DAY, DAY).set(DISINFECTION.OBJECT, "台面").set(DISINFECTION.METHOD, "CHEMICAL").set(DISINFECTION.OPERATOR, "顾春兰"));
        enter(WASTE_COLLECTION, Draft.blank().set(WASTE_COLLECTION.DAY, DAY).set(WASTE_COLLECTION.KILOGRAMS, new BigDecimal("45.500")).set(WASTE_COLLECTION.COLLECTOR, "洁源公司"));
        assertThat(figure("DISINFECTIONS").value()).isEqualByComparingTo("2");
        assertThat(figure("DISINFECTION_DAYS").value()).isEqualByComparingTo("1");
        assertThat(figure("WASTE_WEIGHT").value()).isEqualByComparingTo("45.5");
        refused("R-CAN-14", WASTE_COLLECTION, Draft.blank().set(WASTE_COLLECTION.DAY, DAY).set(WASTE_COLLECTION.KILOGRAMS, BigDecimal.ZERO).set(WASTE_COLLECTION.COLLECTOR, "洁源公司"));
        proves();
    }

    @Test
    void rows_of_goods_are_taken_in_and_marked() {
        var outcomes = take("canteen.food_receipt", goods(3, "day", "2026-09-02", "item", "白菜", "unit", "公斤", "quantity", "25", "price", "2.4", "amount", "60", "supplier", "鲜达", "inspector", "于雅军", "co_inspector", "白轩"),
                goods(4, "day", "2026-09-02", "item", "大豆油", "unit", "升", "quantity", "6", "price", "9.800000000000001", "supplier", "鼎丰", "inspector", "于雅军", "co_inspector", "白轩"),
                goods(5, "day", "2026-09-02", "item", "大米", "unit", "斤", "quantity", "40", "price", "2.3", "amount", "92", "supplier", "鼎丰", "inspector", "曾欣然"),
                goods(6, "day", "2026-09-02", "item", "豆腐", "unit", "公斤", "quantity", "40", "price", "4", "amount", "106", "supplier", "放心", "inspector", "曾欣然、白轩"),
                goods(7, "day", "2026-09-02", "item", "白菜", "unit", "公斤", "quantity", "25", "price", "2.4", "amount", "60", "supplier", "鲜达", "inspector", "于雅军", "co_inspector", "白轩"),
                goods(8, "day", "2026-09-02", "item", "酱油", "unit", "瓶", "quantity", "20", "supplier", "乐佳", "inspector", "于雅军", "co_inspector", "白轩"),
                goods(9, "day", "2026-09-02", "item", "鸡腿", "unit", "公斤", "quantity", "20", "price", "15.8", "amount", "316", "supplier", "双汇源", "inspector", "于雅军", "co_inspector", "白轩",
                        "produced", "2026.2.21", "shelf_life", "3天"));
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WARNING, Verdict.WARNING, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.ACCEPTED);
        assertThat(outcomes.get(2).key()).isEqualTo("rule.canteen.food_receipt.one-inspector");
        assertThat(outcomes.get(3).key()).isEqualTo("rule.canteen.food_receipt.amount");
        assertThat(figure("FOOD_PURCHASE_AMOUNT").value()).isEqualByComparingTo("632.80");
        assertThat(figure("FOOD_PURCHASE_WEIGHT").value()).isEqualByComparingTo("105");
        proves();
    }

    private static Row goods(int line, String... cells) {
        var all = new HashMap<String, String>();
        for (var i = 0; i < cells.length; i += 2) all.put(cells[i], cells[i + 1]);
        return new Row("进货9月", line, all);
    }

    @Test
    void rows_of_samples_are_judged_as_in_the_file_of_last_term() {
        var outcomes = take("canteen.food_sample", kept(3, "芹菜豆干", "160", "2026-09-02T11:10", "2026-09-04T14:10"), kept(4, "紫菜汤", "100", "2026-09-02T11:10", "2026-09-04T14:10"),
                kept(5, "红烧肉", "150", "2026-09-02T11:10", "2026-09-03T17:50"), kept(6, "米饭", "125", "2026-09-02T11:10", ""), kept(7, "馒头", "125", "2026-11-22T11:10", ""),
                kept(8, "馒头", "125", "2026-11-22T11:10", ""));
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.WARNING, Verdict.WARNING, Verdict.WARNING, Verdict.ACCEPTED, Verdict.DUPLICATE);
        assertThat(outcomes.subList(1, 4)).extracting(ImportTemplate.Outcome::key)
                .containsExactly("rule.canteen.food_sample.too-light", "rule.canteen.food_sample.too-early", "rule.canteen.food_sample.not-discarded");
        assertThat(figure("FOOD_SAMPLES").value()).isEqualByComparingTo("5");
        assertThat(figure("FOOD_SAMPLE_RATE").value()).isEqualByComparingTo("25");
        proves();
    }

    private static Row kept(int line, String dish, String grams, String taken, String discarded) {
        return goods(line, "day", taken.substring(0, 10), "meal", "中餐", "dish", dish, "grams", grams, "taken_at", taken, "discarded_at", discarded, "taker", "曾欣然");
    }

    @Test
    void rows_of_the_other_logs_are_read_as_clerks_write_them() {
        assertThat(take("canteen.morning_check", goods(3, "day", "2026-09-02", "person", "顾春兰", "temperature", "36.5℃", "hands", "正常", "symptoms", "无", "certificate_until", "2027-01-01", "result", "合格"),
                goods(4, "day", "2026-09-02", "person", "邱国平", "temperature", "36度8", "certificate_until", "2026-08-01"),
                goods(5, "day", "2026-09-02", "person", "戴小梅", "temperature", "37.9", "result", "离岗"),
                goods(6, "day", "2026-09-03", "person", "戴小梅", "temperature", "不详")))
                .extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.WARNING, Verdict.ACCEPTED, Verdict.PROBLEM);
        assertThat(take("canteen.accompanied_meal", goods(3, "day", "2026-09-02", "meal", "午饭", "companion", "安可", "problem", "无"), goods(4, "day", "2026-09-03", "meal", "中")))
                .extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.PROBLEM);
        assertThat(take("canteen.disinfection", goods(3, "day", "2026-09-02", "object", "餐具", "method", "蒸汽"), goods(4, "day", "2026-09-02", "object", "餐具", "method", "84消毒液", "operator", "顾春兰")))
                .extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.WARNING, Verdict.ACCEPTED);
        assertThat(take("canteen.waste_collection", goods(3, "day", "2026-09-02", "kind", "泔水", "kilograms", "40", "collector", "洁源公司"), goods(4, "day", "2026-09-03", "kilograms", "38")))
                .extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.WARNING);
        proves();
    }

    private List<ImportTemplate.Outcome> take(String id, Row... rows) {
        return templates.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().take(List.of(rows), manager);
    }

    private UUID enter(Table<?> table, Draft draft) {
        return books.enter(manager, books.of(table), draft).id();
    }

    private void step(Actor actor, Table<?> table, UUID id, String step, Draft filled) {
        books.step(actor, books.of(table), id, step, filled);
    }

    private void refused(String rule, Table<?> table, Draft draft) {
        assertThatThrownBy(() -> enter(table, draft)).isInstanceOf(RuleBroken.class).hasMessageContaining(rule);
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
