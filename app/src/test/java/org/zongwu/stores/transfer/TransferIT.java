package org.zongwu.stores.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.FiscalPeriod;
import org.zongwu.kernel.Money;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;
import org.zongwu.stores.stock.Goods;

/** 调拨单: from one keeper to another. */
class TransferIT extends SlipOffice {
    @Autowired TransferKind transfers;

    private Actor other;
    private UUID second;
    private UUID paper;
    private UUID chalk;

    @BeforeEach
    void twoKeepers() {
        openSchool();
        other = person("1009", "王芳", Duty.STOREKEEPER);
        second = tenancy.<UUID>write(school, () -> warehouses.open(director, "02", "体育器材室", null, other.employeeId(), LocalDate.of(2026, 1, 1)));
        paper = item("0101", "复印纸", "盒");
        chalk = item("0201", "粉笔", "盒");
        receive(TODAY.minusDays(2), at(paper, "盒", 30, "3.33"), at(chalk, "盒", 30, "1.01"));
    }

    @Test
    void both_cards_change_at_the_same_amount_and_the_books_stay() {
        assertThat(slips.post(keeper, transfers, signed(other, transfers, across(10)), TODAY)).isEqualTo("DK-2026-00001");
        assertThat(onHand(paper)).isEqualTo(goods(20, "66.60"));
        assertThat(onHand(second, paper)).isEqualTo(goods(10, "33.30"));
        assertThat(balance("1302")).isEqualTo(Money.ofYuan("130.20"));
        everythingHolds();
    }

    @Test
    void the_receiving_keeper_accepts_and_nobody_else() {
        var id = submitted(transfers, across(1));
        refused("R-SLP-2", () -> slips.sign(keeper, transfers, id, 2));
        refused("R-SLP-2", () -> slips.sign(director, transfers, id, 2));
        slips.sign(other, transfers, id, 2);
        refused("R-SLP-2", () -> slips.post(other, transfers, id, TODAY));
        slips.post(keeper, transfers, id, TODAY);
        refused("R-SLP-5", () -> submitted(transfers, SlipContent.at(warehouse, TODAY, line(paper, "盒", 1)).target(warehouse)));
    }

    @Test
    void where_one_person_keeps_both_the_director_accepts() {
        var third = tenancy.<UUID>write(school, () -> warehouses.open(director, "03", "总务二库", null, keeper.employeeId(), LocalDate.of(2026, 1, 1)));
        var id = submitted(transfers, SlipContent.at(warehouse, TODAY, line(paper, "盒", 4)).target(third));
        refused("R-SLP-2", () -> slips.sign(other, transfers, id, 2));
        slips.sign(director, transfers, id, 2);
        slips.post(keeper, transfers, id, TODAY);
        assertThat(onHand(third, paper)).isEqualTo(goods(4, "13.32"));
    }

    @Test
    void too_much_and_a_closed_month_are_refused_and_nothing_happens() {
        var much = signed(other, transfers, across(31));
        refused("R-ISS-1", () -> slips.post(keeper, transfers, much, TODAY));
        nothingMoved(much);
        assertThat(onHand(second, paper)).isEqualTo(Goods.NOTHING);
        var id = signed(other, transfers, across(1));
        refused("R-STK-6", () -> slips.post(keeper, transfers, id, TODAY.minusDays(3)));
        for (var month = 1; month <= 11; month++) {
            var m = month;
            tenancy.write(school, () -> ledgers.close(director, new FiscalPeriod(2026, m)));
        }
        refused("R-STK-3", () -> slips.post(keeper, transfers, id, TODAY));
        nothingMoved(id);
    }

    @Test
    void the_receiver_gives_it_back_and_all_is_as_it_was() {
        var id = posted(other, transfers, across(10));
        refused("R-CUS-4", () -> slips.reverse(keeper, transfers, id, TODAY, "调错仓库，退回"));
        assertThat(slips.reverse(other, transfers, id, TODAY, "调错仓库，退回")).isEqualTo("DK-2026-00002");
        assertThat(onHand(paper)).isEqualTo(goods(30, "99.90"));
        assertThat(onHand(second, paper)).isEqualTo(Goods.NOTHING);
        everythingHolds();
    }

    @Test
    void opposite_transfers_at_once_do_not_wait_for_each_other_for_ever() throws Exception {
        posted(other, transfers, across(15));
        var there = new ArrayList<UUID>();
        var back = new ArrayList<UUID>();
        for (var i = 0; i < 8; i++) {
            there.add(signed(other, transfers, SlipContent.at(warehouse, TODAY, i % 2 == 0 ? both(paper, chalk) : both(chalk, paper)).target(second)));
            var id = submitted(other, transfers, SlipContent.at(second, TODAY, i % 2 == 0 ? both(chalk, paper) : both(paper, chalk)).target(warehouse));
            slips.sign(keeper, transfers, id, 2);
            back.add(id);
        }
        var work = new ArrayList<Callable<String>>();
        for (var i = 0; i < 8; i++) {
            var n = i;
            work.add(() -> slips.post(keeper, transfers, there.get(n), TODAY));
            work.add(() -> slips.post(other, transfers, back.get(n), TODAY));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var done : threads.invokeAll(work)) assertThat(done.get()).startsWith("DK-2026-");
        }
        assertThat(onHand(paper).quantity()).isEqualTo(goods(15, "0").quantity());
        assertThat(onHand(paper).plus(onHand(second, paper))).isEqualTo(goods(30, "99.90"));
        everythingHolds();
    }

    private SlipContent across(long quantity) {
        return SlipContent.at(warehouse, TODAY, line(paper, "盒", quantity), line(chalk, "盒", quantity)).target(second);
    }

    private static SlipContent.Line[] both(UUID first, UUID then) {
        return List.of(line(first, "盒", 1), line(then, "盒", 1)).toArray(SlipContent.Line[]::new);
    }
}
