package org.zongwu.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zongwu.TestClock;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.ledger.Balances;
import org.zongwu.stocktaking.campaign.CampaignService;
import org.zongwu.stocktaking.campaign.CampaignState;
import org.zongwu.stocktaking.campaign.Recount;
import org.zongwu.stocktaking.count.CountService;
import org.zongwu.stocktaking.count.CountService.Entry;
import org.zongwu.stocktaking.count.CountService.Result;
import org.zongwu.stocktaking.count.Taken;
import org.zongwu.stocktaking.variance.DifferenceService;
import org.zongwu.stocktaking.variance.ProposalService;
import org.zongwu.stocktaking.variance.Reason;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.issue.IssueContent;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.stock.StockService;

/** A warehouse is counted while it goes on issuing. */
class StocktakeIT extends StoresOffice {
    @Autowired CampaignService campaigns;
    @Autowired CountService counts;
    @Autowired DifferenceService differences;
    @Autowired ProposalService proposals;
    @Autowired IssueService issues;
    @Autowired StockService stock;
    @Autowired Balances balances;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired WebApplicationContext context;

    private Actor helper;
    private Actor other;
    private UUID paper;
    private UUID chalk;
    private UUID mop;
    private UUID campaign;
    private UUID sheet;

    @BeforeEach
    void aWarehouseWithThreeThings() {
        openSchool();
        helper = person("1006", "孙立", Duty.DISPATCHER);
        other = person("1007", "吴静", Duty.TEACHER);
        paper = item("0101", "复印纸", "包");
        chalk = item("0201", "粉笔", "盒");
        mop = item("0301", "拖把", "把");
        receive(TODAY, at(paper, "包", 100, "20.00"), at(chalk, "盒", 50, "3.00"), at(mop, "把", 2, "15.00"));
        issue(mop, 2);
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void today() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    private void issue(UUID item, long quantity) {
        var id = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, id, new IssueContent(warehouse, teacher.employeeId(), null, TODAY, Purpose.TEACHING, null, List.of(new IssueContent.Line(item, items.item(item).unit(), Quantity.of(quantity)))));
            issues.submit(keeper, id, 1);
            issues.sign(teacher, id, 2);
            issues.post(keeper, id, TODAY);
        });
    }

    private void begin(Recount recount) {
        campaign = Ids.next();
        campaigns.plan(director, campaign, "期末盘点", recount, TODAY,
                List.of(new CampaignService.Wanted("stores", warehouse, keeper.employeeId(), helper.employeeId()), new CampaignService.Wanted("stores", warehouse, helper.employeeId(), other.employeeId())));
        campaigns.freeze(director, campaign);
        sheet = tenancy.read(school, () -> campaigns.campaign(campaign).sheets().getFirst().id());
    }

    private UUID line(UUID item) {
        return tenancy.<UUID>read(school, () -> db.select(DSL.field("id", UUID.class)).from("stocktaking.line").where("school_id = ? and sheet_id = ? and thing_id = ?", school, sheet, item).fetchSingle().value1());
    }

    private String state(UUID item) {
        return tenancy.<String>read(school, () -> db.select(DSL.field("state", String.class)).from("stocktaking.line").where("school_id = ? and id = ?", school, line(item)).fetchSingle().value1());
    }

    private Result count(Actor by, UUID item, long quantity, int round) {
        return count(by, item, quantity, round, clock.instant(), clock.instant());
    }

    private Result count(Actor by, UUID item, long quantity, int round, Instant at, Instant sent) {
        var id = Ids.next();
        return counts.take(by, campaign, sent, List.of(new Entry(id, line(item), round, Quantity.of(quantity), at))).get(id);
    }

    private List<Taken> counted(UUID item) {
        var line = line(item);
        return tenancy.<List<Taken>>read(school, () -> counts.of(List.of(line)).getOrDefault(line, List.of()));
    }

    @Test
    void from_the_list_to_the_books() {
        begin(Recount.ALL);
        count(keeper, paper, 98, 1);
        count(keeper, chalk, 51, 1);
        count(keeper, mop, 1, 1);
        assertThatThrownBy(() -> campaigns.compare(director, campaign)).hasMessageContaining("R-AST-6");
        campaigns.countAgain(director, campaign);
        clock.advance(Duration.ofMinutes(30));
        issue(paper, 10); // the store goes on issuing: no difference
        clock.advance(Duration.ofMinutes(1));
        count(helper, paper, 88, 2);
        count(helper, chalk, 51, 2);
        count(helper, mop, 1, 2);
        campaigns.compare(director, campaign);
        assertThat(List.of(state(paper), state(chalk), state(mop))).containsOnly("DIFFERS");
        assertThatThrownBy(() -> proposals.prepare(keeper, campaign)).hasMessageContaining("unexplained");
        differences.explain(keeper, line(paper), Reason.DAMAGED, "受潮", null);
        differences.explain(keeper, line(chalk), Reason.RECEIVED_UNWRITTEN, "多送一盒", null);
        differences.explain(keeper, line(mop), Reason.RECEIVED_UNWRITTEN, "退回没有登记", null);
        assertThatThrownBy(() -> proposals.prepare(director, campaign)).hasMessageContaining("keeper-explains");
        proposals.prepare(keeper, campaign);
        assertThatThrownBy(() -> campaigns.close(director, campaign)).hasMessageContaining("R-AST-5");
        var document = tenancy.<List<UUID>>read(school, () -> proposals.waiting(campaign)).getFirst();
        var keeperAsDirector = new Actor(school, keeper.employeeId(), keeper.name(), java.util.Set.of(Duty.GA_DIRECTOR));
        var helperAsDirector = new Actor(school, helper.employeeId(), helper.name(), java.util.Set.of(Duty.GA_DIRECTOR));
        assertThatThrownBy(() -> proposals.approve(keeper, document)).hasMessageContaining("director-approves");
        assertThatThrownBy(() -> proposals.approve(keeperAsDirector, document)).hasMessageContaining("SOD-3");
        assertThatThrownBy(() -> proposals.approve(helperAsDirector, document)).hasMessageContaining("counter-approves-not");
        assertThat(proposals.approve(director, document)).isEqualTo("PY-2026-00001");
        assertThat(proposals.approve(director, document)).as("pressed twice").isEqualTo("PY-2026-00001");
        campaigns.close(director, campaign);
        tenancy.read(school, () -> {
            assertThat(stock.onHand(warehouse, paper).quantity()).isEqualTo(Quantity.of(88));
            assertThat(stock.onHand(warehouse, chalk).quantity()).isEqualTo(Quantity.of(51));
            assertThat(stock.onHand(warehouse, mop).amount()).as("an empty card takes the price of the last receipt").isEqualTo(Money.ofYuan("15.00"));
            assertThat(balances.balance("1902", TODAY)).as("40.00 lost, 3.00 and 15.00 found").isEqualTo(Money.ofYuan("22.00"));
            return true;
        });
        everythingHolds();
        tenancy.read(school, () -> {
            for (var control : controls) if (control.id().startsWith("R-AST-")) assertThat(control.check().findings()).as(control.id()).isEmpty();
            return true;
        });
    }

    @Test
    void a_count_made_offline_is_held_against_the_card_of_its_own_moment() {
        begin(Recount.ALL);
        clock.set(TODAY, LocalTime.of(10, 5));
        var counted = clock.instant();
        clock.set(TODAY, LocalTime.of(10, 30));
        issue(paper, 40);
        clock.set(TODAY, LocalTime.of(11, 0));
        // the phone's clock is 7 minutes slow, when it counts and when it sends
        var slow = Duration.ofMinutes(7);
        assertThat(count(keeper, paper, 100, 1, counted.minus(slow), clock.instant().minus(slow))).isEqualTo(Result.KEPT);
        var taken = counted(paper).getFirst();
        assertThat(taken.at()).isEqualTo(counted);
        assertThat(taken.book()).isEqualTo(Quantity.of(100));
        assertThat(taken.difference()).isEqualTo(Quantity.ZERO);
        assertThat(count(helper, paper, 60, 2)).isEqualTo(Result.KEPT);
        assertThat(state(paper)).isEqualTo("MATCHED");
        // a clock that was set between counting and sending is not believed beyond the list and now
        count(other, paper, 60, 2, clock.instant().plusSeconds(9000), clock.instant());
        count(other, chalk, 50, 2, Instant.EPOCH.plusSeconds(1), clock.instant());
        assertThat(counted(paper).getLast().at()).isEqualTo(clock.instant());
        assertThat(counted(chalk).getFirst().at()).isAfter(Instant.EPOCH.plusSeconds(100));
    }

    @Test
    void what_is_sent_again_changes_nothing_and_nothing_is_overwritten() {
        begin(Recount.ALL);
        var id = Ids.next();
        var entry = new Entry(id, line(paper), 1, Quantity.of(100), clock.instant());
        assertThat(counts.take(keeper, campaign, clock.instant(), List.of(entry))).containsEntry(id, Result.KEPT);
        assertThat(counts.take(keeper, campaign, clock.instant(), List.of(entry))).containsEntry(id, Result.KNOWN);
        assertThat(counts.take(keeper, campaign, clock.instant(), List.of(new Entry(id, line(paper), 1, Quantity.of(7), clock.instant())))).containsEntry(id, Result.REFUSED);
        assertThat(count(helper, paper, 99, 1)).isEqualTo(Result.KEPT);
        assertThat(counted(paper)).extracting(Taken::quantity).containsExactly(Quantity.of(100), Quantity.of(99));
        assertThat(state(paper)).isEqualTo("DISPUTED");
        assertThat(count(teacher, chalk, 50, 1)).as("nobody appointed him").isEqualTo(Result.REFUSED);
    }

    @Test
    void a_dispute_is_counted_once_more_or_decided_and_a_late_count_is_kept() {
        begin(Recount.ALL);
        for (var item : List.of(paper, chalk, mop)) count(keeper, item, item == paper ? 100 : item == chalk ? 50 : 0, 1);
        campaigns.countAgain(director, campaign);
        count(helper, paper, 97, 2);
        count(helper, chalk, 49, 2);
        count(helper, mop, 0, 2);
        campaigns.compare(director, campaign);
        count(other, paper, 97, 3);
        assertThat(state(paper)).isEqualTo("DIFFERS");
        assertThatThrownBy(() -> differences.decide(new Actor(school, keeper.employeeId(), "李秀兰", java.util.Set.of(Duty.GA_DIRECTOR)), line(chalk), counted(chalk).getFirst().id(), "以初盘为准")).hasMessageContaining("SOD-5");
        differences.decide(director, line(chalk), counted(chalk).getFirst().id(), "当面复核，是 50 盒");
        assertThat(state(chalk)).isEqualTo("MATCHED");
        differences.explain(keeper, line(paper), Reason.LOST, "找不到", null);
        proposals.prepare(keeper, campaign);
        assertThat(count(other, paper, 100, 3)).isEqualTo(Result.LATE);
        assertThat(state(paper)).isEqualTo("DIFFERS");
        var document = tenancy.<List<UUID>>read(school, () -> proposals.waiting(campaign)).getFirst();
        proposals.giveBack(director, document, "请再盘一次");
        differences.again(director, line(paper), "仓库深处还有三包");
        count(other, paper, 100, 3);
        count(keeper, paper, 100, 3);
        assertThat(state(paper)).isEqualTo("MATCHED");
        proposals.prepare(keeper, campaign);
        campaigns.close(director, campaign);
        assertThat(tenancy.<CampaignState>read(school, () -> campaigns.campaign(campaign).state())).isEqualTo(CampaignState.CLOSED);
        everythingHolds();
    }

    @Test
    void nobody_who_counts_is_told_what_the_book_says() throws Exception {
        begin(Recount.ALL);
        count(keeper, chalk, 47, 1);
        var web = MockMvcBuilders.webAppContextSetup(context).build();
        for (var path : List.of("/stocktakes/" + campaign + "/sheets/" + sheet + "/list", "/stocktakes/" + campaign + "/sheets/" + sheet + "/count", "/stocktakes/" + campaign + "/sheets/" + sheet + "/papers/new",
                "/stocktakes/" + campaign + "/sheets/" + sheet + "/progress", "/stocktakes/lines?format=json", "/stocktakes/lines/" + line(chalk), "/stocktakes/" + campaign)) {
            var text = as(web, keeper, path);
            assertThat(text).as(path).doesNotContain("47").doesNotContain(">50").doesNotContain("\"50\"").doesNotContain("−3").doesNotContain("\"100");
        }
        as(teacher);
        assertThat(web.perform(get("/stocktakes/" + campaign + "/sheets/" + sheet + "/list")).andReturn().getResponse().getStatus()).as("who was not appointed").isEqualTo(404);
        as(helper);
        var sent = web.perform(post("/stocktakes/" + campaign + "/counts").param("sent", "" + clock.millis()).param("id", Ids.next().toString()).param("line", line(mop).toString()).param("round", "1")
                .param("quantity", "１+0").param("at", "" + clock.millis())).andReturn().getResponse();
        assertThat(sent.getContentAsString()).contains("KEPT");
        assertThat(counted(mop).getFirst().quantity()).isEqualTo(Quantity.of(1));
    }

    /** Phones that send everything twice, in any order and all at once, while goods go out. */
    @Test
    void many_phones_and_an_open_counter_lose_nothing_and_count_nothing_twice() throws Exception {
        var things = new ArrayList<UUID>();
        for (var i = 0; i < 20; i++) things.add(item("09%02d".formatted(i), "品" + i, "个"));
        receive(TODAY, things.stream().map(t -> at(t, "个", 100, "1.00")).toArray(org.zongwu.stores.receipt.ReceiptContent.Line[]::new));
        clock.advance(Duration.ofMinutes(1));
        begin(Recount.ALL);
        clock.advance(Duration.ofMinutes(1));
        var before = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        var lines = things.stream().map(this::line).toList();
        var work = new ArrayList<Callable<Map<UUID, Result>>>();
        for (var by : List.of(keeper, helper)) {
            for (var from = 0; from < lines.size(); from += 5) {
                var batch = lines.subList(from, from + 5).stream().map(l -> new Entry(Ids.next(), l, 1, Quantity.of(100), before)).toList();
                for (var again = 0; again < 3; again++) work.add(() -> counts.take(by, campaign, clock.instant(), again(batch)));
            }
        }
        for (var thing : things) {
            work.add(() -> {
                issue(thing, 30);
                return Map.of();
            });
        }
        java.util.Collections.shuffle(work, new java.util.Random(3));
        var kept = 0L;
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var done : threads.invokeAll(work)) kept += done.get().values().stream().filter(Result.KEPT::equals).count();
        }
        assertThat(kept).isEqualTo(40);
        for (var thing : things) {
            assertThat(counted(thing)).hasSize(2).allSatisfy(t -> assertThat(t.difference()).isEqualTo(Quantity.ZERO));
            assertThat(state(thing)).isEqualTo("MATCHED");
        }
        everythingHolds();
    }

    private static List<Entry> again(List<Entry> batch) {
        var mixed = new ArrayList<>(batch);
        java.util.Collections.shuffle(mixed);
        return mixed;
    }

    private static void as(Actor actor) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    private static String as(MockMvc web, Actor actor, String path) throws Exception {
        as(actor);
        var answer = web.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }
}
