package org.zongwu.works.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zongwu.db.works.Tables.PAYMENT;
import static zongwu.db.works.Tables.PROJECT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
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
import org.zongwu.kernel.TodoSource;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** Projects and their payments: another person at each price, nothing paid too early or too much, and a ledger as a clerk keeps it. */
@Office
class ProjectBookIT {
    private static final Span TERM = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 31));
    private static final Span SPRING = new Span(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 15));

    @Autowired private Schools schools;
    @Autowired private Tenancy tenancy;
    @Autowired private SetUp setUp;
    @Autowired private Logbooks books;
    @Autowired private DSLContext db;
    @Autowired private List<FigureSource> sources;
    @Autowired private List<TodoSource> todos;
    @Autowired private List<ImportTemplate> templates;
    @Autowired private List<Control> controls;

    private Opened school;
    private Actor director;
    private Actor principal;
    private Actor vice;
    private Actor buyer;
    private Actor supervisor;
    private Actor cashier;
    private Actor accountant;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        principal = school.actor(school.person("T001", "江一帆"), Duty.PRINCIPAL);
        vice = school.actor(school.person("T002", "白露"), Duty.VP_LOGISTICS);
        buyer = school.actor(school.person("T003", "尤佳"), Duty.BUYER);
        supervisor = school.actor(school.person("T004", "谷雨"), Duty.ACC_SUPERVISOR);
        cashier = school.actor(school.person("T005", "施敏"), Duty.CASHIER);
        accountant = school.actor(school.person("T006", "严实"), Duty.ACCOUNTANT);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private UUID proposed(String name) {
        return books.enter(director, books.of(PROJECT), Draft.blank().set(PROJECT.NAME, name).set(PROJECT.PROPOSED_ON, day("2026-09-05"))).id();
    }

    private void step(Actor actor, UUID id, String step, Draft filled) {
        books.step(actor, books.of(PROJECT), id, step, filled);
    }

    private static <T> Draft with(Field<T> field, T value) {
        return Draft.blank().set(field, value);
    }

    private UUID contracted(String name) {
        var id = proposed(name);
        step(principal, id, "decision", with(PROJECT.DECISION, "第5次校务会"));
        step(vice, id, "pricing", with(PROJECT.CONTROL_PRICE, 16_800_000L));
        step(buyer, id, "award", award());
        return id;
    }

    private static Draft award() {
        return with(PROJECT.CONTRACTOR, "宏图建筑工程队").set(PROJECT.CONTRACT_PRICE, 15_980_000L).set(PROJECT.RETENTION, 780_000L).set(PROJECT.DUE_ON, day("2026-10-31"));
    }

    private UUID accepted(String name) {
        var id = contracted(name);
        step(director, id, "start", with(PROJECT.STARTED_ON, day("2026-09-20")));
        step(director, id, "finish", with(PROJECT.COMPLETED_ON, day("2026-10-28")));
        step(vice, id, "acceptance", with(PROJECT.ACCEPTED_ON, day("2026-11-02")));
        return id;
    }

    private UUID audited(String name) {
        var id = accepted(name);
        step(supervisor, id, "audit", audit());
        return id;
    }

    private static Draft audit() {
        return with(PROJECT.CLAIMED_PRICE, 15_900_000L).set(PROJECT.AUDITED_PRICE, 15_600_000L).set(PROJECT.AUDITED_ON, day("2026-11-20")).set(PROJECT.RETENTION_DUE_ON, day("2027-11-02"));
    }

    private UUID ask(UUID project, String kind, long yuan, String day) {
        return books.enter(director, books.of(PAYMENT), with(PAYMENT.PROJECT_ID, project).set(PAYMENT.PROJECT, "卫生间改造").set(PAYMENT.KIND, kind).set(PAYMENT.AMOUNT, yuan * 100)
                .set(PAYMENT.REQUESTED_ON, day(day))).id();
    }

    private void pay(UUID payment, String day) {
        books.step(cashier, books.of(PAYMENT), payment, "payment", with(PAYMENT.PAID_ON, day(day)));
    }

    private String state(UUID id) {
        return school.read(() -> db.select(PROJECT.STATE).from(PROJECT).where(PROJECT.SCHOOL_ID.eq(school.id()), PROJECT.ID.eq(id)).fetchSingle().value1());
    }

    @Test
    void a_project_goes_from_proposal_to_settlement() {
        var id = audited("卫生间改造");
        pay(ask(id, "FINAL", 148_200, "2026-11-21"), "2026-11-23");
        pay(ask(id, "RETENTION", 7_800, "2027-11-03"), "2027-11-05");
        step(accountant, id, "settlement", with(PROJECT.SETTLED_ON, day("2027-11-06")));
        assertThat(state(id)).isEqualTo("SETTLED");
        proves();
    }

    @Test
    void another_person_at_each_price() {
        var id = proposed("卫生间改造");
        var self = new Actor(school.id(), director.employeeId(), "测试", Set.of(Duty.PRINCIPAL, Duty.VP_LOGISTICS));
        assertThatThrownBy(() -> step(self, id, "decision", with(PROJECT.DECISION, "第5次校务会"))).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        step(principal, id, "decision", with(PROJECT.DECISION, "第5次校务会"));
        assertThatThrownBy(() -> step(self, id, "pricing", with(PROJECT.CONTROL_PRICE, 1L))).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        step(vice, id, "pricing", with(PROJECT.CONTROL_PRICE, 16_800_000L));
        var pricer = new Actor(school.id(), vice.employeeId(), "白露", Set.of(Duty.BUYER));
        assertThatThrownBy(() -> step(pricer, id, "award", award())).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        assertThatThrownBy(() -> step(buyer, id, "award", award().set(PROJECT.CONTRACT_PRICE, 16_800_001L))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-7");
        step(buyer, id, "award", award());
        step(director, id, "start", with(PROJECT.STARTED_ON, day("2026-09-20")));
        assertThatThrownBy(() -> step(director, id, "finish", with(PROJECT.COMPLETED_ON, day("2026-09-19")))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-6");
        step(director, id, "finish", with(PROJECT.COMPLETED_ON, day("2026-10-28")));
        var awarder = new Actor(school.id(), buyer.employeeId(), "尤佳", Set.of(Duty.VP_LOGISTICS, Duty.AUDIT_MEMBER));
        assertThatThrownBy(() -> step(awarder, id, "acceptance", with(PROJECT.ACCEPTED_ON, day("2026-11-02")))).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        step(vice, id, "acceptance", with(PROJECT.ACCEPTED_ON, day("2026-11-02")));
        assertThatThrownBy(() -> step(awarder, id, "audit", audit())).isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        assertThatThrownBy(() -> step(supervisor, id, "audit", audit().set(PROJECT.AUDITED_PRICE, 15_900_001L))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-5");
        step(supervisor, id, "audit", audit());
        proves();
    }

    @Test
    void payments_stay_below_the_contract_its_changes_and_the_retention() {
        var id = contracted("卫生间改造");
        ask(id, "PROGRESS", 100_000, "2026-10-01");
        assertThatThrownBy(() -> ask(id, "PROGRESS", 52_001, "2026-10-10")).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-2");
        step(director, id, "start", with(PROJECT.STARTED_ON, day("2026-09-20")));
        step(principal, id, "variation", with(PROJECT.CHANGES, 500_000L).set(PROJECT.CHANGES_WHY, "增做防水，签证1号"));
        ask(id, "PROGRESS", 52_001, "2026-10-10");
        proves();
    }

    @Test
    void no_final_payment_before_the_audit_and_no_retention_before_its_day() {
        var id = accepted("卫生间改造");
        assertThatThrownBy(() -> ask(id, "FINAL", 1, "2026-11-10")).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-2");
        step(supervisor, id, "audit", audit());
        assertThatThrownBy(() -> ask(id, "FINAL", 148_201, "2026-11-21")).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-2");
        pay(ask(id, "FINAL", 148_200, "2026-11-21"), "2026-11-23");
        assertThatThrownBy(() -> ask(id, "RETENTION", 7_800, "2027-11-01")).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-2");
        assertThatThrownBy(() -> step(accountant, id, "settlement", with(PROJECT.SETTLED_ON, day("2026-11-24")))).isInstanceOf(RuleBroken.class).hasMessageContaining("R-PRJ-2");
        var mine = ask(id, "RETENTION", 7_800, "2027-11-02");
        assertThatThrownBy(() -> books.step(new Actor(school.id(), director.employeeId(), "测试", Set.of(Duty.CASHIER)), books.of(PAYMENT), mine, "payment", with(PAYMENT.PAID_ON, day("2027-11-03"))))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("SOD-3");
        proves();
    }

    @Test
    void a_saving_counts_once_in_the_period_of_its_audit() {
        var id = audited("卫生间改造");
        accepted("还没有审定的");
        pay(ask(id, "FINAL", 100_000, "2026-11-21"), "2026-11-23");
        var before = new Span(day("2026-09-01"), day("2026-11-10"));
        var after = new Span(day("2027-02-01"), day("2027-07-15"));
        assertThat(figure("PROJ_CUT", before).value()).isEqualByComparingTo("0");
        assertThat(figure("PROJ_CUT", TERM).value()).isEqualByComparingTo("12000");
        assertThat(figure("PROJ_CUT", after).value()).isEqualByComparingTo("0");
        assertThat(figure("PROJ_COUNT", TERM).value()).isEqualByComparingTo("2");
        assertThat(figure("PROJ_COUNT", after).value()).isEqualByComparingTo("1");
        assertThat(figure("PROJ_INVEST", TERM).value()).isEqualByComparingTo("156000");
        assertThat(figure("PROJ_PAID", TERM).value()).isEqualByComparingTo("100000");
        assertThat(figure("PROJ_PAYMENTS", TERM).value()).isEqualByComparingTo("100000");
        assertThat(figure("PROJ_ONTIME_RATE", TERM).value()).isEqualByComparingTo("100");
        assertThat(todos(supervisor)).contains("todo.works.project.audit");
    }

    /** The four projects of the sample school, as their cells come in. */
    @Test
    void a_ledger_of_projects_is_taken_in_and_counted() {
        var rows = List.of(
                row(4, "食堂内部设施充实", "第3次校务会", "226000", "218600", "218600", "2026-02-10", "2026-02-25", "2026-02-27", "207670", "10930"),
                row(5, "博学楼卫生间改造", "第5次校务会", "168000", "159800", "156420.5", "2026-02-05", "2026-03-30", "2026-04-08", "148599.48", "7821.02"),
                row(6, "操场排水沟修缮", "第9次校务会", "86000", "82300", "80975.60000000001", "2026-04-12", "2026-05-08", "2026-05-15", "80975.60000000001", ""),
                row(7, "明德楼屋面防水", "第16次校务会", "125000", "118600", "未审定", "2026-07-06", "在建", "", "35580", ""));
        assertThat(template("works.project").take(rows, director)).extracting(ImportTemplate.Outcome::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(figure("PROJ_COUNT", SPRING).value()).isEqualByComparingTo("4");
        assertThat(figure("PROJ_CONTROL", SPRING).value()).isEqualByComparingTo("605000.00");
        assertThat(figure("PROJ_CONTRACT", SPRING).value()).isEqualByComparingTo("579300.00");
        assertThat(figure("PROJ_AUDITED", SPRING).value()).isEqualByComparingTo("455996.10");
        assertThat(figure("PROJ_CUT", SPRING).value()).isEqualByComparingTo("24003.90");
        assertThat(figure("PROJ_PAID", SPRING).value()).isEqualByComparingTo("472825.08");
        assertThat(figure("PROJ_INVEST", SPRING).value()).isEqualByComparingTo("491576.10");
        assertThat(states()).isEqualTo(Map.of("食堂内部设施充实", "AUDITED", "博学楼卫生间改造", "AUDITED", "操场排水沟修缮", "SETTLED", "明德楼屋面防水", "STARTED"));
        assertThat(template("works.project").take(rows, director)).extracting(ImportTemplate.Outcome::verdict).containsOnly(Verdict.DUPLICATE);
        proves();
    }

    @Test
    void what_a_ledger_cannot_mean_is_kept_out_and_what_should_not_be_is_marked() {
        var rows = List.of(row(4, "甲", "校务会", "100", "90", "", "2026-03-10", "2026-03-01", "", "", ""), row(5, "乙", "校务会", "100", "90", "", "", "", "", "", ""),
                row(6, "丙", "校务会", "100", "120", "", "2026-03-10", "", "", "", ""), row(7, "丁", "校务会", "100", "90", "80", "2026-03-10", "2026-03-20", "2026-03-21", "85", ""),
                row(8, "戊", "", "100", "90", "", "2026-03-10", "", "", "", ""), row(9, "己", "", "-100", "90", "", "2026-03-10", "", "", "", ""));
        assertThat(template("works.project").take(rows, director)).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.PROBLEM, Verdict.PROBLEM, Verdict.WARNING,
                Verdict.WARNING, Verdict.ACCEPTED, Verdict.PROBLEM);
        proves();
    }

    @Test
    void payments_of_a_file_find_their_project_and_go_on_from_what_was_paid() {
        template("works.project").take(List.of(row(7, "明德楼屋面防水", "第16次校务会", "125000", "118600", "", "2026-07-06", "", "", "35580", "")), director);
        var rows = List.of(new Row("付款", 3, Map.of("project", "明德楼屋面防水", "amount", "50000", "paid_on", "2026-07-14")), new Row("付款", 4, Map.of("project", "没有的", "amount", "1", "paid_on", "2026-07-14")),
                new Row("付款", 5, Map.of("project", "明德楼屋面防水", "amount", "40000", "paid_on", "2026-07-15")));
        assertThat(template("works.payment").take(rows, director)).extracting(ImportTemplate.Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.PROBLEM, Verdict.WARNING);
        assertThat(figure("PROJ_PAID", SPRING).value()).isEqualByComparingTo("125580");
        assertThat(figure("PROJ_PAYMENTS", SPRING).value()).isEqualByComparingTo("90000");
        proves();
    }

    private Map<String, String> states() {
        return school.read(() -> db.select(PROJECT.NAME, PROJECT.STATE).from(PROJECT).where(PROJECT.SCHOOL_ID.eq(school.id())).fetchMap(PROJECT.NAME, PROJECT.STATE));
    }

    private static Row row(int line, String... texts) {
        var names = List.of("name", "decision", "control_price", "contract_price", "audited_price", "started_on", "completed_on", "accepted_on", "paid", "retention");
        var cells = new HashMap<String, String>();
        for (var i = 0; i < names.size(); i++) if (!texts[i].isEmpty()) cells.put(names.get(i), texts[i]);
        return new Row("工程", line, cells);
    }

    private ImportTemplate template(String id) {
        return templates.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> todos(Actor actor) {
        return school.read(() -> todos.stream().flatMap(s -> s.todos(actor).stream()).map(TodoSource.Todo::kindKey).distinct().toList());
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
