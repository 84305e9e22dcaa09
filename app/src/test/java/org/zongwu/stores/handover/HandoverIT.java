package org.zongwu.stores.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.LeavingCheck;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.TodoSource;
import org.zongwu.stores.StoresOffice;

/** A warehouse passes on with three signatures and not before. */
class HandoverIT extends StoresOffice {
    @Autowired HandoverService handovers;
    @Autowired List<LeavingCheck> leaving;
    @Autowired List<TodoSource> desks;

    private Actor next;
    private Actor supervisor;
    private UUID paper;
    private UUID chalk;

    @BeforeEach
    void goods() {
        openSchool();
        next = person("1010", "何静", Duty.STOREKEEPER);
        supervisor = person("1011", "陈敏", Duty.ACCOUNTANT);
        paper = item("0101", "复印纸", "包");
        chalk = item("0201", "粉笔", "盒");
        receive(TODAY.minusDays(1), at(paper, "包", 10, "3.33"), at(chalk, "盒", 4, "1.11"));
    }

    @Test
    void counted_and_signed_by_three_it_changes_hands() {
        var id = begin();
        refused("R-CUS-3", () -> handovers.sign(next, id, 1));
        assertThat(kinds(next)).contains("todo.stores.count-handover");
        refused("R-CUS-3", () -> handovers.count(keeper, id, List.of(count(paper, 10, null))));
        refused("R-CUS-3", () -> handovers.count(next, id, List.of(count(paper, 9, null))));
        handovers.count(next, id, List.of(count(paper, 9, "少一包，待盘点"), count(chalk, 4, null)));
        assertThat(kinds(keeper)).contains("todo.stores.sign-handover");
        refused("R-CUS-3", () -> handovers.sign(teacher, id, 2));
        handovers.sign(next, id, 2);
        refused("R-CUS-3", () -> handovers.count(next, id, List.of(count(paper, 10, null))));
        handovers.sign(keeper, id, 3);
        assertThat(keeperNow()).isEqualTo(keeper.employeeId());
        assertThat(held(keeper)).contains("held.stores.warehouse");
        handovers.sign(supervisor, id, 4);
        assertThat(keeperNow()).isEqualTo(next.employeeId());
        assertThat(held(keeper)).isEmpty();
        assertThat(held(next)).contains("held.stores.warehouse");
        assertThat(find(id).no()).isEqualTo("YJ-2026-00001");
        assertThat(find(id).lines()).filteredOn(Handover.Line::differs).extracting(Handover.Line::words).containsExactly("少一包，待盘点");
        refused("R-CUS-3", () -> handovers.cancel(director, id, "想反悔"));
        assertThat(kinds(director)).as("what was short waits for a stocktake").contains("todo.stores.recount-handover");
        everythingHolds();
    }

    @Test
    void three_different_people_and_only_the_director_appoints() {
        refused("R-CUS-5", () -> handovers.begin(keeper, Ids.next(), warehouse, next.employeeId(), supervisor.employeeId(), null));
        refused("R-CUS-3", () -> handovers.begin(director, Ids.next(), warehouse, keeper.employeeId(), supervisor.employeeId(), null));
        refused("R-CUS-3", () -> handovers.begin(director, Ids.next(), warehouse, next.employeeId(), next.employeeId(), null));
        begin();
        refused("R-CUS-3", this::begin);
    }

    @Test
    void what_has_moved_since_is_frozen_anew_and_the_rest_stays_counted() {
        var id = begin();
        handovers.count(next, id, List.of(count(paper, 10, null), count(chalk, 4, null)));
        receive(TODAY, at(chalk, "盒", 1, "1.11"));
        refused("R-CUS-3", () -> handovers.sign(next, id, 2));
        var anew = Ids.next();
        handovers.refreeze(next, id, anew, "又入库了粉笔");
        assertThat(find(id).state()).isEqualTo(Handover.State.CANCELLED);
        assertThat(find(anew).lines()).extracting(l -> l.name() + " " + l.quantity() + " " + l.counted()).containsExactly("复印纸 10 10", "粉笔 5 null");
        everythingHolds();
    }

    @Test
    void two_handovers_of_one_warehouse_at_once_are_one() throws Exception {
        var outcomes = atOnce(IntStream.range(0, 6).<Callable<String>>mapToObj(i -> () -> {
            begin();
            return "begun";
        }).toList());
        assertThat(outcomes).filteredOn("begun"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("R-CUS-3"::equals).hasSize(5);
        everythingHolds();
    }

    @Test
    void the_last_signatures_at_once_change_custody_once() throws Exception {
        var id = begin();
        handovers.count(next, id, List.of(count(paper, 10, null), count(chalk, 4, null)));
        handovers.sign(next, id, 2);
        handovers.sign(keeper, id, 3);
        var outcomes = atOnce(IntStream.range(0, 4).<Callable<String>>mapToObj(i -> () -> {
            handovers.sign(supervisor, id, 4);
            return "signed";
        }).toList());
        assertThat(outcomes).filteredOn("signed"::equals).hasSize(1);
        assertThat(keeperNow()).isEqualTo(next.employeeId());
        everythingHolds();
    }

    private UUID begin() {
        var id = Ids.next();
        handovers.begin(director, id, warehouse, next.employeeId(), supervisor.employeeId(), null);
        return id;
    }

    private Handover find(UUID id) {
        return tenancy.<Handover>read(school, () -> handovers.find(id).orElseThrow());
    }

    private UUID keeperNow() {
        return tenancy.<UUID>read(school, () -> warehouses.warehouse(warehouse).keeperId());
    }

    private List<String> held(Actor person) {
        return tenancy.<List<String>>read(school, () -> leaving.stream().flatMap(l -> l.held(person.employeeId()).stream()).map(LeavingCheck.Held::textKey).toList());
    }

    private List<String> kinds(Actor actor) {
        return tenancy.<List<String>>read(school, () -> desks.stream().flatMap(d -> d.todos(actor).stream()).map(TodoSource.Todo::kindKey).toList());
    }

    private static Handover.Count count(UUID item, long counted, String words) {
        return new Handover.Count(item, Quantity.of(counted), words);
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work).extracting(RuleBroken::ruleId).isEqualTo(rule);
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var outcomes = new ArrayList<String>();
            var all = threads.invokeAll(work.stream().<Callable<String>>map(w -> () -> {
                start.await();
                try {
                    return w.call();
                } catch (RuleBroken refused) {
                    return refused.ruleId();
                }
            }).toList());
            for (var done : all) outcomes.add(done.get());
            return outcomes;
        }
    }
}
