package org.zongwu.contracts.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.contracts.Tables.CONTRACT;
import static zongwu.db.contracts.Tables.INSTALMENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
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
import org.zongwu.kernel.PlanSource;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.TodoSource;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Opened;
import org.zongwu.school.Policies;
import org.zongwu.school.SetUp;

/** Contracts and their schedules: who may do what, what is refused, what is counted, and a ledger as a clerk keeps it. */
@Office
class ContractBookIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final Span SPRING = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private DSLContext db;
    @Autowired private Policies policies;
    @Autowired private List<FigureSource> sources;
    @Autowired private List<TodoSource> todos;
    @Autowired private List<PlanSource> plans;
    @Autowired private List<ImportTemplate> templates;
    @Autowired private List<Control> controls;

    private Opened school;
    private Actor director;
    private Actor principal;
    private Actor seals;
    private Actor cashier;
    private Actor accountant;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        principal = school.actor(school.person("T001", "江一帆"), Duty.PRINCIPAL);
        seals = school.actor(school.person("T002", "白露"), Duty.SEAL_KEEPER);
        cashier = school.actor(school.person("T003", "尤佳"), Duty.CASHIER);
        accountant = school.actor(school.person("T004", "谷雨"), Duty.ACCOUNTANT);
    }

    private static Draft draft(String name, long yuan) {
        return Draft.blank().set(CONTRACT.OWN_NO, "合-" + name).set(CONTRACT.NAME, name).set(CONTRACT.PARTY, "县惠民超市").set(CONTRACT.KIND, "LEASE").set(CONTRACT.AMOUNT, yuan * 100)
                .set(CONTRACT.STARTS_ON, LocalDate.of(2026, 9, 1)).set(CONTRACT.ENDS_ON, LocalDate.of(2027, 8, 31));
    }

    private UUID enter(Draft draft) {
        return books.enter(director, books.of(CONTRACT), draft).id();
    }

    private UUID signed(Draft draft) {
        var id = enter(draft);
        step(principal, id, "approval", Draft.blank());
        step(seals, id, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, LocalDate.of(2026, 8, 20)));
        return id;
    }

    private void step(Actor actor, UUID id, String step, Draft filled) {
        books.step(actor, books.of(CONTRACT), id, step, filled);
    }

    private static Draft part(UUID contract, String direction, long yuan, String due) {
        return Draft.blank().set(INSTALMENT.CONTRACT_ID, contract).set(INSTALMENT.CONTRACT, "小卖部租赁").set(INSTALMENT.DIRECTION, direction).set(INSTALMENT.PURPOSE, "RENT")
                .set(INSTALMENT.DUE_ON, LocalDate.parse(due)).set(INSTALMENT.AMOUNT, yuan * 100);
    }

    private UUID plan(Draft part) {
        return books.enter(director, books.of(INSTALMENT), part).id();
    }

    private void settle(Actor actor, UUID part, String day, long yuan) {
        books.step(actor, books.of(INSTALMENT), part, "settlement", Draft.blank().set(INSTALMENT.SETTLED_ON, LocalDate.parse(day)).set(INSTALMENT.SETTLED_AMOUNT, yuan * 100));
    }

    private String state(UUID id) {
        return school.read(() -> db.select(CONTRACT.STATE).from(CONTRACT).where(CONTRACT.SCHOOL_ID.eq(school.id()), CONTRACT.ID.eq(id)).fetchSingle().value1());
    }

    @Test
    void three_people_draft_approve_and_seal() {
        var id = enter(draft("小卖部租赁", 36_000));
        assertThat(state(id)).isEqualTo("DRAFT");
        assertThatThrownBy(() -> step(seals, id, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, LocalDate.of(2026, 8, 20)))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-4");
        var both = new Actor(school.id(), director.employeeId(), "测试", java.util.Set.of(Duty.PRINCIPAL));
        assertThatThrownBy(() -> step(both, id, "approval", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-8");
        step(principal, id, "approval", Draft.blank());
        var approverWithSeal = new Actor(school.id(), principal.employeeId(), "江一帆", java.util.Set.of(Duty.SEAL_KEEPER));
        assertThatThrownBy(() -> step(approverWithSeal, id, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, LocalDate.of(2026, 8, 20)))).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-8");
        step(seals, id, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, LocalDate.of(2026, 8, 20)));
        assertThat(state(id)).isEqualTo("SIGNED");
        proves();
    }

    @Test
    void the_database_too_wants_three_people_and_an_approval() {
        var id = enter(draft("小卖部租赁", 36_000));
        assertThatThrownBy(() -> school.write(() -> db.update(CONTRACT).set(CONTRACT.SIGNED_ON, LocalDate.of(2026, 8, 20)).where(CONTRACT.SCHOOL_ID.eq(school.id()), CONTRACT.ID.eq(id)).execute()))
                .hasMessageContaining("no_seal_without_approval");
        assertThatThrownBy(() -> school.write(() -> db.update(CONTRACT).set(CONTRACT.APPROVER_ID, director.employeeId()).where(CONTRACT.SCHOOL_ID.eq(school.id()), CONTRACT.ID.eq(id)).execute()))
                .hasMessageContaining("three_people");
    }

    @Test
    void a_concession_is_approved_only_with_its_basis() {
        var id = enter(draft("食堂承包", 90_000).set(CONTRACT.KIND, "CONCESSION"));
        assertThatThrownBy(() -> step(principal, id, "approval", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CON-2");
        step(principal, enter(draft("文印室承包", 15_000).set(CONTRACT.KIND, "CONCESSION").set(CONTRACT.BASIS, "第11次校务会")), "approval", Draft.blank());
    }

    @Test
    void a_contract_that_ends_before_it_starts_is_refused_at_its_end() {
        assertThatThrownBy(() -> enter(draft("小卖部租赁", 36_000).set(CONTRACT.ENDS_ON, LocalDate.of(2026, 8, 31)))).isInstanceOfSatisfying(RuleBroken.class, r -> {
            assertThat(r.ruleId()).isEqualTo("R-CON-7");
            assertThat(r.field()).isEqualTo("ends_on");
        });
        assertThatThrownBy(() -> enter(draft("小卖部租赁", 36_000).set(CONTRACT.STARTS_ON, null))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-1");
    }

    @Test
    void a_schedule_never_passes_the_contract_but_a_deposit_is_no_part_of_it() {
        var id = signed(draft("小卖部租赁", 36_000));
        plan(part(id, "RECEIVABLE", 18_000, "2026-09-01"));
        plan(part(id, "RECEIVABLE", 18_000, "2027-03-01"));
        plan(part(id, "RECEIVABLE", 2_000, "2026-09-01").set(INSTALMENT.PURPOSE, "DEPOSIT"));
        assertThatThrownBy(() -> plan(part(id, "RECEIVABLE", 1, "2027-06-01"))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CON-9");
        plan(part(id, "PAYABLE", 500, "2027-06-01")); // the other way is another sum
        var open = signed(draft("食材配送", 0).set(CONTRACT.AMOUNT, null).set(CONTRACT.KIND, "PURCHASE"));
        plan(part(open, "PAYABLE", 1_000_000, "2026-12-01")); // settled by what was done
        proves();
    }

    @Test
    void an_instalment_is_settled_once_and_whole_by_another_person_of_a_signed_contract() {
        var draft = enter(draft("小卖部租赁", 36_000));
        var early = plan(part(draft, "RECEIVABLE", 18_000, "2026-09-01"));
        assertThatThrownBy(() -> settle(cashier, early, "2026-09-02", 18_000)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CON-1");
        step(principal, draft, "approval", Draft.blank());
        step(seals, draft, "sealing", Draft.blank().set(CONTRACT.SIGNED_ON, LocalDate.of(2026, 8, 20)));
        assertThatThrownBy(() -> settle(new Actor(school.id(), director.employeeId(), "测试", java.util.Set.of(Duty.CASHIER)), early, "2026-09-02", 18_000))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        assertThatThrownBy(() -> settle(cashier, early, "2026-09-02", 17_000)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CON-10");
        var waived = Draft.blank().set(INSTALMENT.SETTLED_ON, LocalDate.of(2026, 9, 2)).set(INSTALMENT.SETTLED_AMOUNT, 1_700_000L).set(INSTALMENT.DEDUCTED, 100_000L);
        assertThatThrownBy(() -> books.step(cashier, books.of(INSTALMENT), early, "settlement", waived)).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CON-10");
        books.step(cashier, books.of(INSTALMENT), early, "settlement", waived.set(INSTALMENT.DEDUCTED_WHY, "停业十天"));
        assertThat(figure("RENT_RECEIVED", TERM).value()).isEqualByComparingTo("17000");
        assertThat(figure("ARREARS", TERM).value()).isEqualByComparingTo("0");
        proves();
    }

    @Test
    void rent_counts_on_the_day_it_came_in_and_arrears_as_they_stood() {
        var id = signed(draft("小卖部租赁", 36_000).set(CONTRACT.STARTS_ON, LocalDate.of(2026, 3, 1)));
        settle(cashier, plan(part(id, "RECEIVABLE", 9_000, "2026-06-01")), "2026-09-20", 9_000);
        settle(cashier, plan(part(id, "RECEIVABLE", 9_000, "2026-09-01")), "2026-07-01", 9_000);
        plan(part(id, "RECEIVABLE", 9_000, "2026-10-01"));
        plan(part(id, "PAYABLE", 300, "2026-10-01"));
        assertThat(figure("RENT_RECEIVED", SPRING).value()).isEqualByComparingTo("9000");
        assertThat(figure("RENT_RECEIVED", TERM).value()).isEqualByComparingTo("9000");
        assertThat(figure("RENT_DUE", TERM).value()).isEqualByComparingTo("18000");
        assertThat(figure("ARREARS", SPRING).value()).isEqualByComparingTo("9000");
        assertThat(figure("ARREARS", TERM).value()).isEqualByComparingTo("9000");
        assertThat(figure("PAYABLE_DUE", TERM).value()).isEqualByComparingTo("300");
        assertThat(figure("RENT_RECEIVED", TERM).link()).contains("by_settled_on=yes");
        assertThat(todos(director)).contains("todo.contracts.instalment.collect");
        assertThat(plans(TERM)).contains("plan.contracts.instalment.arrears");
    }

    @Test
    void a_contract_is_called_before_it_ends_as_many_days_as_the_school_says() {
        signed(draft("小卖部租赁", 36_000).set(CONTRACT.ENDS_ON, LocalDate.of(2027, 4, 1)));
        assertThat(figure("CONTRACT_EXPIRING", TERM).value()).isEqualByComparingTo("1");
        assertThat(plans(TERM)).contains("plan.contracts.contract.planned");
        school.write(() -> policies.set(director, "contract.alert.days", "30", LocalDate.of(2026, 12, 1), "第12次校务会"));
        assertThat(figure("CONTRACT_EXPIRING", TERM).value()).isEqualByComparingTo("0");
        assertThat(figure("CONTRACT_ACTIVE", TERM).value()).isEqualByComparingTo("1");
    }

    @Test
    void what_is_terminated_was_in_force_until_then_and_what_is_open_is_not_closed() {
        var id = signed(draft("小卖部租赁", 36_000));
        var part = plan(part(id, "RECEIVABLE", 18_000, "2026-09-01"));
        step(director, id, "termination", Draft.blank().set(CONTRACT.ENDED_ON, LocalDate.of(2026, 12, 31)).set(CONTRACT.ENDED_WHY, "对方停业"));
        assertThat(figure("CONTRACT_ACTIVE", new Span(TERM.from(), LocalDate.of(2026, 12, 30))).value()).isEqualByComparingTo("1");
        assertThat(figure("CONTRACT_ACTIVE", TERM).value()).isEqualByComparingTo("0");
        assertThat(figure("CONTRACT_AMOUNT", TERM).value()).isEqualByComparingTo("36000");
        assertThatThrownBy(() -> step(accountant, id, "closure", Draft.blank())).isInstanceOf(RuleBroken.class).hasMessageContaining("R-CON-10");
        settle(cashier, part, "2026-09-03", 18_000);
        step(accountant, id, "closure", Draft.blank());
        assertThat(state(id)).isEqualTo("CLOSED");
        proves();
    }

    @Test
    void a_contract_on_which_instalments_stand_is_not_made_void() {
        var id = signed(draft("小卖部租赁", 36_000));
        plan(part(id, "RECEIVABLE", 18_000, "2026-09-01"));
        assertThatThrownBy(() -> books.cancel(director, books.of(CONTRACT), id, "写错")).isInstanceOf(RuleBroken.class).hasMessageContaining("R-LOG-5");
    }

    /** The fifteen contracts of the sample school, as their cells come in. */
    @Test
    void a_ledger_of_contracts_is_taken_in_and_counted() {
        var outcomes = template("contracts.contract").take(ledger(), director);
        assertThat(outcomes).extracting(ImportTemplate.Outcome::verdict).containsOnly(Verdict.ACCEPTED).hasSize(15);
        assertThat(figure("CONTRACT_COUNT", SPRING).value()).isEqualByComparingTo("15");
        assertThat(figure("CONTRACT_AMOUNT", SPRING).value()).isEqualByComparingTo("2232400.00");
        assertThat(figure("CONTRACT_ACTIVE", SPRING).value()).isEqualByComparingTo("12");
        assertThat(figure("CONTRACT_EXPIRING", SPRING).value()).isEqualByComparingTo("5");
        assertThat(figure("CONTRACT_ACTIVE", SPRING).grade()).isEqualTo(Grade.IMPORTED);
        assertThat(template("contracts.contract").take(ledger(), director)).extracting(ImportTemplate.Outcome::verdict).containsOnly(Verdict.DUPLICATE);
        proves();
        var made = outcomes.stream().map(ImportTemplate.Outcome::made).filter(Objects::nonNull).toList();
        assertThat(school.<List<ImportTemplate.Dependent>>write(() -> template("contracts.contract").undo(made, director))).isEmpty();
        assertThat(figure("CONTRACT_COUNT", SPRING).value()).isNull();
        proves();
    }

    @Test
    void other_ledgers_write_other_things() {
        var rows = List.of(row(3, "", "食堂大米采购", "县粮油公司", "购销", "据实结算", "", "", "", "2026.3.1-2027.2.28"),
                row(4, "A-2", "网络专线", "县电信分局", "服务", "24000", "2026-01-01", "2026-01-01", "长期", ""),
                row(5, "A-3", "电梯维保", "恒升电梯", "维护保养", "9600", "2026-01-05", "2026-03-01", "2026-02-01", ""),
                row(6, "A-4", "东门面房", "晨光文具", "房屋租赁", "36000", "2026-01-05", "", "", "一年"),
                row(7, "A-5", "校车", "县客运公司", "赠送", "36000", "2026-01-05", "2026-03-01", "2026-12-31", ""),
                row(8, "A-6", "印刷", "星光印务", "服务", "3万左右", "2026-01-05", "2026-03-01", "2026-12-31", ""),
                row(9, "A-2", "网络专线", "县电信分局", "服务", "24000", "2026-01-01", "2026-01-01", "", ""),
                row(10, "A-7", "门卫服务", "", "保安", "", "2026-01-05", "2026-03-01", "", ""), row(11, "A-8", "退款", "县电信分局", "服务", "-1", "2026-01-01", "2026-01-01", "", ""));
        assertThat(template("contracts.contract").take(rows, director)).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.PROBLEM,
                Verdict.PROBLEM, Verdict.PROBLEM, Verdict.PROBLEM, Verdict.DUPLICATE, Verdict.PROBLEM, Verdict.PROBLEM);
        assertThat(figure("CONTRACT_ACTIVE", SPRING).value()).isEqualByComparingTo("2");
        assertThat(figure("CONTRACT_AMOUNT", SPRING).value()).isEqualByComparingTo("24000");
        proves();
    }

    @Test
    void a_rent_roll_brings_what_came_in_and_what_did_not() {
        template("contracts.contract").take(ledger(), director);
        var rows = List.of(rent(3, "小卖部租赁", "18000", "2026-03-01", "2026-03-05", "18000"), rent(4, "小卖部租赁", "9000", "2026-06-01", "2026-06-20", "4000"),
                rent(5, "小卖部租赁", "9000", "2026-07-01", "", ""), rent(6, "没有的合同", "9000", "2026-07-01", "", ""), rent(7, "小卖部租赁", "5000", "2026-08-01", "", ""),
                rent(8, "小卖部租赁", "1000", "2026-09-01", "2026-09-02", "1200"));
        assertThat(template("contracts.instalment").take(rows, director)).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED,
                Verdict.PROBLEM, Verdict.WARNING, Verdict.PROBLEM);
        assertThat(figure("RENT_RECEIVED", SPRING).value()).isEqualByComparingTo("22000");
        assertThat(figure("ARREARS", SPRING).value()).isEqualByComparingTo("14000");
        proves();
    }

    private static Row rent(int line, String contract, String amount, String due, String day, String received) {
        var cells = new HashMap<String, String>();
        var names = List.of("contract", "direction", "purpose", "amount", "due_on", "settled_on", "settled_amount");
        var texts = List.of(contract, "应收", "房租", amount, due, day, received);
        for (var i = 0; i < names.size(); i++) if (!texts.get(i).isEmpty()) cells.put(names.get(i), texts.get(i));
        return new Row("租金", line, cells);
    }

    private static List<Row> ledger() {
        var lines = """
                XC合2025-001|小卖部租赁|星城县惠民超市|租赁|36000|2025-08-20|2025-09-01|2026-08-31
                XC合2026-002|食材配送（粮油）|星城县鼎丰粮油配送有限公司|采购|480000|2026-02-20|2026-03-01|2027-02-28
                XC合2026-003|食材配送（蔬菜）|星城县鲜达蔬菜配送中心|采购|360000|2026-02-20|2026-03-01|2027-02-28
                XC合2026-004|食材配送（肉类）|星城县双汇源肉品店|采购|620000|2026-02-20|2026-03-01|2027-02-28
                XC合2025-005|电梯维保|星城县恒信电梯服务部|服务|9600|2025-12-25|2026-01-01|2026-12-31
                XC合2025-006|消防维保|星城县安泰消防器材有限公司|服务|18500|2025-12-26|2026-01-01|2026-12-31
                XC合2026-007|夏季校服采购|星城县华丰服装厂|采购|按实结算|2026-04-15|2026-04-15|2026-07-31
                XC合2026-008|博学楼卫生间改造|星城县宏图建筑工程队|工程|159800|2026-01-28|2026-02-05|2026-04-08
                XC合2026-009|操场排水沟修缮|星城县宏图建筑工程队|工程|82300|2026-04-08|2026-04-12|2026-05-15
                XC合2026-010|明德楼屋面防水|星城县宏图建筑工程队|工程|118600|2026-06-30|2026-07-06|2026-08-20
                XC合2026-011|食堂设备采购|星城县兴隆家具厂|采购|218600|2026-02-05|2026-02-10|2026-02-27
                XC合2026-012|印刷服务|星城县星光印务有限公司|服务|45000|2026-02-24|2026-03-01|2026-08-31
                XC合2026-013|绿化养护|星城县绿源园艺场|服务|28000|2026-01-06|2026-01-10|2026-12-31
                XC合2025-014|网络专线|星城县通信分公司|服务|24000|2025-12-30|2026-01-01|2026-12-31
                XC合2025-015|直饮水设备租赁|星城县清源水暖门市|服务|32000|2025-08-25|2025-09-01|2026-08-31
                """.strip().split("\n");
        var all = new ArrayList<Row>();
        for (var i = 0; i < lines.length; i++) {
            var c = lines[i].split("\\|");
            all.add(row(i + 3, c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], ""));
        }
        return all;
    }

    private static Row row(int line, String... texts) {
        var names = List.of("own_no", "name", "party", "kind", "amount", "signed_on", "starts_on", "ends_on", "term");
        var cells = new HashMap<String, String>();
        for (var i = 0; i < names.size(); i++) if (!texts[i].isEmpty()) cells.put(names.get(i), texts[i]);
        return new Row("合同", line, cells);
    }

    private ImportTemplate template(String id) {
        return templates.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> todos(Actor actor) {
        return school.read(() -> todos.stream().flatMap(s -> s.todos(actor).stream()).map(TodoSource.Todo::kindKey).distinct().toList());
    }

    private List<String> plans(Span span) {
        return school.read(() -> plans.stream().flatMap(s -> s.planItems(span).stream()).map(PlanSource.PlanItem::textKey).toList());
    }

    private Figure figure(String id, Span span) {
        return school.read(() -> sources.stream().filter(s -> s.definitions().stream().anyMatch(d -> d.id().equals(id))).flatMap(s -> s.figures(span).stream())
                .filter(f -> f.definition().id().equals(id)).findFirst().orElseThrow());
    }

    private void proves() {
        school.read(() -> {
            for (var control : controls.stream().filter(c -> c.id().matches("LOGBOOKS|TRAIL-ROWS|F19-.*")).toList()) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }
}
