package org.zongwu.stores.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static zongwu.db.stores.Tables.KIT;
import static zongwu.db.stores.Tables.KIT_LINE;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.stores.Stores.Wanted;
import org.zongwu.stores.StoresOffice;
import org.zongwu.stores.counter.CounterService;
import org.zongwu.stores.counter.Waiting;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.kit.HandoutService;

/** One receiver signs several slips at once, and nobody else's; a kit needs classes and a day. */
class HandoutIT extends StoresOffice {
    @Autowired RequestService requests;
    @Autowired CounterService handovers;
    @Autowired HandoutService handouts;
    @Autowired Logbooks books;

    @Test
    void one_receiver_signs_all_his_slips_at_once_and_the_keeper_posts_them_together() {
        openSchool();
        var chalk = item("0201", "粉笔", "盒");
        receive(TODAY.minusDays(1), at(chalk, "盒", 50, "2"));
        for (var i = 0; i < 3; i++) requests.request(teacher, Purpose.TEACHING, null, List.of(new Wanted("粉笔", null, Quantity.of(2))));
        requests.request(acceptor, Purpose.TEACHING, null, List.of(new Wanted("粉笔", null, Quantity.of(1))));
        List<Waiting> mine = tenancy.read(school, () -> handovers.of(teacher));
        assertThat(mine).hasSize(3).allSatisfy(w -> assertThat(w.things()).isEqualTo("粉笔 2盒"));
        var chosen = new HashMap<UUID, Integer>();
        mine.forEach(w -> chosen.put(w.id(), w.version()));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> handovers.sign(acceptor, chosen)).extracting(RuleBroken::ruleId).isEqualTo("R-ISS-7");
        assertThat(tenancy.<List<Waiting>>read(school, () -> handovers.of(teacher))).hasSize(3);
        handovers.sign(teacher, chosen);
        List<Waiting> counter = tenancy.read(school, () -> handovers.atCounter(keeper, null));
        assertThat(counter).filteredOn(Waiting::signed).hasSize(3);
        handovers.post(keeper, List.copyOf(chosen.keySet()));
        assertThat(tenancy.<List<Waiting>>read(school, () -> handovers.atCounter(keeper, null))).hasSize(1);
        everythingHolds();
    }

    @Test
    void a_kit_is_handed_out_only_with_items_and_classes_that_can_sign() {
        openSchool();
        item("0201", "粉笔", "盒");
        var kit = tenancy.<UUID>write(school, () -> books.enter(keeper, books.of(KIT), Draft.blank().set(KIT.NAME, "开学用品").set(KIT.DAY, TODAY)
                .line(Draft.blank().set(KIT_LINE.ITEM, "粉笔").set(KIT_LINE.PER, "CLASS").set(KIT_LINE.QUANTITY, BigDecimal.TEN))).id());
        refused(() -> handouts.open(keeper, Ids.next(), kit, warehouse, TODAY, TODAY)); // no classes
        refused(() -> handouts.open(keeper, Ids.next(), kit, warehouse, TODAY, TODAY.minusDays(1)));
        var other = person("1011", "王芳", Duty.STOREKEEPER);
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> handouts.open(other, Ids.next(), kit, warehouse, TODAY, TODAY)).extracting(RuleBroken::ruleId).isEqualTo("R-CUS-4");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).extracting(RuleBroken::ruleId).isEqualTo("R-ISS-4");
    }
}
