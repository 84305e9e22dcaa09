package org.zongwu.stores.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.Stores;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.pick.PickRow;
import org.zongwu.stores.pick.PickService;
import org.zongwu.stores.pick.PickService.Slip;
import org.zongwu.stores.request.RequestService;
import org.zongwu.stores.shelf.Shelves;
import org.zongwu.stores.stock.Goods;
import org.zongwu.stores.stock.StockService;
import org.zongwu.trail.Trail;

/** From a request by phone over the shelves to a posted part and its back-order. */
class BackOrderIT extends StoresOffice {
    @Autowired IssueService issues;
    @Autowired IssueSteps steps;
    @Autowired RequestService requests;
    @Autowired PickService picks;
    @Autowired Shelves shelves;
    @Autowired StockService stock;
    @Autowired Stores stores;
    @Autowired Trail trail;
    @Autowired IssuePages pages;

    private UUID chalk;
    private UUID paper;

    @BeforeEach
    void aLittleOfEach() {
        openSchool();
        chalk = item("0201", "粉笔", "盒");
        paper = item("0101", "复印纸", "包");
        receive(TODAY.minusDays(5), at(chalk, "盒", 5, "2"), at(paper, "包", 3, "10"));
        shelves.place(keeper, warehouse, Map.of(chalk, "A-10", paper, "A-2"));
    }

    @Test
    void the_pick_list_follows_the_shelves_and_serves_who_asked_first() {
        var first = ask("粉笔", 3, "复印纸", 2);
        var second = ask("粉笔", 4, "复印纸", 2);
        var rows = list(false);
        assertThat(rows).extracting(PickRow::shelf).containsExactly("A-2", "A-2", "A-10", "A-10");
        assertThat(rows).extracting(PickRow::slipId).containsExactly(first, second, first, second);
        assertThat(rows).extracting(PickRow::proposed).containsExactly(Quantity.of(2), Quantity.of(1), Quantity.of(3), Quantity.of(2));
        assertThat(rows).extracting(PickRow::isShort).containsExactly(false, true, false, true);
    }

    @Test
    void what_is_not_there_is_owed_in_a_back_order_that_waits_since_it_was_asked_for() {
        var slip = ask("粉笔", 8, "复印纸", 2);
        lay(list(false));
        var asked = read(slip).story().requestedAt();
        assertThat(read(slip).state()).isEqualTo("PICKED");
        assertThat(read(slip).lines().getFirst().asked()).isEqualTo(Quantity.of(8));
        issues.sign(teacher, slip, 3);
        issues.post(keeper, slip, TODAY);
        tenancy.read(school, () -> assertThat(stock.onHand(warehouse, chalk)).isEqualTo(Goods.NOTHING));
        var posted = read(slip);
        assertThat(posted.lines()).extracting(IssueSlip.Line::quantity).containsExactly(Quantity.of(5), Quantity.of(2));
        assertThat(posted.lines().getFirst().asked()).isEqualTo(Quantity.of(8));
        var rest = read(posted.story().continuedBy().id());
        assertThat(rest.state()).isEqualTo("SUBMITTED");
        assertThat(rest.story().continues().no()).isEqualTo("LW-2026-00001");
        assertThat(rest.story().requestedAt()).isEqualTo(asked);
        assertThat(rest.lines()).singleElement().satisfies(l -> {
            assertThat(l.itemId()).isEqualTo(chalk);
            assertThat(l.quantity()).isEqualTo(Quantity.of(3));
        });
        refused("R-ISS-12", () -> steps.close(teacher, rest.id(), 1, " "));
        steps.close(teacher, rest.id(), 1, "已从教研组借到");
        assertThat(read(rest.id()).state()).isEqualTo("CLOSED");
        refused("R-ISS-0", () -> issues.sign(teacher, rest.id(), 2));
        tenancy.read(school, () -> assertThat(trail.steps(rest.id()).getFirst().reason()).isEqualTo("已从教研组借到"));
        assertThat(list(true)).isEmpty();
        everythingHolds();
    }

    @Test
    void another_item_stands_on_the_slip_beside_what_was_asked_for_and_must_be_signed_again() {
        var slip = ask("粉笔", 2, "复印纸", 1);
        issues.sign(teacher, slip, 2);
        var better = item("0102", "彩色复印纸", "包");
        receive(TODAY, at(better, "包", 10, "20"));
        steps.substitute(keeper, slip, 3, 1, better, "包", Quantity.of(2));
        refused("R-ISS-0", () -> issues.post(keeper, slip, TODAY));
        issues.sign(teacher, slip, 4);
        issues.post(keeper, slip, TODAY);
        var line = read(slip).lines().get(1);
        assertThat(line.itemId()).isEqualTo(better);
        assertThat(line.instead()).isEqualTo("复印纸 1 包");
        assertThat(pages.paper(read(slip)).lines().get(1).get(2)).contains("复印纸 1 包");
        assertThat(read(slip).story().continuedBy()).isNull();
        everythingHolds();
    }

    @Test
    void whoever_signed_for_more_signs_again_for_less_and_not_for_the_same() {
        var slip = ask("粉笔", 4, "复印纸", 1);
        issues.sign(teacher, slip, 2);
        steps.pick(keeper, slip, 3, Map.of(0, Quantity.of(4), 1, Quantity.of(1)));
        assertThat(read(slip).state()).isEqualTo("SIGNED");
        steps.pick(keeper, slip, 4, Map.of(0, Quantity.of(3)));
        assertThat(read(slip).state()).isEqualTo("PICKED");
        refused("R-ISS-10", () -> steps.pick(keeper, slip, 5, Map.of(0, Quantity.of(5))));
    }

    @Test
    void a_repair_gets_its_goods_with_its_number_and_pays_for_them() {
        var worker = person("1010", "赵强", Duty.WORKER);
        var work = new WorkRef("repairs.order", Ids.next(), "WX-2026-00007");
        var slips = tenancy.<List<WorkRef>>write(school, () -> stores.request(worker, work, List.of(new Stores.Wanted("粉笔", null, Quantity.of(2)))));
        var slip = slips.getFirst().id();
        assertThat(read(slip).story().work()).isEqualTo(work);
        issues.sign(worker, slip, 2);
        issues.post(keeper, slip, TODAY);
        assertThat(read(slip).story().work()).isEqualTo(work);
        assertThat(read(slip).purpose()).isEqualTo(Purpose.REPAIR);
        assertThat(read(slip).amount()).isEqualTo(Money.ofYuan("4.00"));
        var content = new IssueContent(warehouse, worker.employeeId(), null, TODAY, Purpose.REPAIR, null, List.of(new IssueContent.Line(chalk, "盒", Quantity.of(1))));
        refused("R-ISS-5", () -> issues.draft(worker, Ids.next(), content));
        everythingHolds();
    }

    @Test
    void a_signed_paper_stands_for_the_log_in_but_not_for_the_keepers_own_slip() {
        var slip = Ids.next();
        tenancy.write(school, () -> {
            issues.draft(keeper, slip, new IssueContent(warehouse, keeper.employeeId(), null, TODAY, Purpose.ADMIN, null, List.of(new IssueContent.Line(chalk, "盒", Quantity.of(1)))));
            issues.submit(keeper, slip, 1);
        });
        refused("R-ISS-6", () -> steps.signOnPaper(keeper, slip, 2, Ids.next()));
        refused("R-CUS-4", () -> steps.signOnPaper(teacher, slip, 2, Ids.next()));
    }

    @Test
    void what_is_offered_is_what_one_usually_takes() {
        var slip = ask("粉笔", 1, "复印纸", 1);
        issues.sign(teacher, slip, 2);
        issues.post(keeper, slip, TODAY);
        tenancy.read(school, () -> {
            assertThat(requests.offers(teacher, "")).extracting(o -> o.name()).containsExactlyInAnyOrder("粉笔", "复印纸");
            assertThat(requests.offers(teacher, "fyz")).singleElement().satisfies(o -> assertThat(o.onShelf()).isEqualTo(Quantity.of(2)));
            return true;
        });
    }

    private UUID ask(String item, long quantity, String other, long otherQuantity) {
        return requests.request(teacher, Purpose.TEACHING, null, List.of(new Stores.Wanted(item, null, Quantity.of(quantity)), new Stores.Wanted(other, null, Quantity.of(otherQuantity))))
                .getFirst().id();
    }

    private List<PickRow> list(boolean again) {
        return tenancy.read(school, () -> picks.list(warehouse, again));
    }

    private void lay(List<PickRow> rows) {
        var ticked = new HashMap<Slip, Map<Integer, Quantity>>();
        var lines = new HashMap<Slip, Integer>();
        for (var r : rows) {
            var slip = new Slip(r.slipId(), r.version());
            ticked.computeIfAbsent(slip, s -> new HashMap<>()).put(r.line(), r.proposed());
            lines.merge(slip, 1, Integer::sum);
        }
        picks.done(keeper, ticked, lines);
    }

    private IssueSlip read(UUID slip) {
        return tenancy.read(school, () -> issues.slip(slip).orElseThrow());
    }

    private static void refused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }
}
