package org.zongwu.school.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zongwu.kernel.Duty;

class IncompatibleTests {
    @Test
    void a_cashier_keeps_no_books_and_audits_none() {
        assertForbidden(Duty.CASHIER, Duty.ACCOUNTANT, "SOD-1");
        assertForbidden(Duty.CASHIER, Duty.ACC_SUPERVISOR, "SOD-1");
    }

    @Test
    void a_storekeeper_does_not_keep_the_books_of_the_store() {
        assertForbidden(Duty.STOREKEEPER, Duty.ACCOUNTANT, "SOD-4");
    }

    @Test
    void whoever_audits_has_no_hand_in_money_or_stores() {
        for (var duty : List.of(Duty.ACCOUNTANT, Duty.CASHIER, Duty.STOREKEEPER, Duty.BUYER, Duty.FEE_CLERK)) assertForbidden(Duty.AUDIT_MEMBER, duty, "SOD-10");
        assertThat(Incompatible.between(Duty.AUDIT_MEMBER, Duty.TEACHER)).isEmpty();
    }

    @Test
    void the_three_administrators_exclude_each_other_and_all_business() {
        for (var admin : List.of(Duty.SYS_ADMIN, Duty.SEC_ADMIN, Duty.LOG_AUDITOR)) {
            for (var other : Duty.values()) if (other != admin) assertForbidden(admin, other, "SOD-15");
        }
    }

    @Test
    void receipts_and_collection_may_be_in_one_hand_when_they_are_watched() {
        var pair = Incompatible.between(Duty.RECEIPT_KEEPER, Duty.FEE_CLERK).orElseThrow();
        assertThat(pair.forbidden()).isFalse();
        assertThat(pair.ruleId()).isEqualTo("SOD-7");
    }

    @Test
    void the_order_of_a_pair_does_not_matter() {
        for (var a : Duty.values()) {
            for (var b : Duty.values()) {
                assertThat(Incompatible.between(a, b).map(Incompatible::forbidden)).isEqualTo(Incompatible.between(b, a).map(Incompatible::forbidden));
            }
            assertThat(Incompatible.between(a, a)).isEmpty();
        }
    }

    @Test
    void an_office_of_four_people_can_work() {
        var office = List.of(Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR, Duty.CASHIER, Duty.STOREKEEPER, Duty.GA_DIRECTOR, Duty.FEE_CLERK, Duty.RECEIPT_KEEPER,
                Duty.ASSET_ADMIN, Duty.CUSTODIAN, Duty.BUYER, Duty.DISPATCHER, Duty.WORKER, Duty.CANTEEN_MANAGER);
        var people = Map.of("老秦", EnumSet.noneOf(Duty.class), "小单", EnumSet.noneOf(Duty.class), "阿曾", EnumSet.noneOf(Duty.class), "老翟", EnumSet.noneOf(Duty.class));
        assertThat(share(office, 0, new ArrayList<>(people.values()))).isTrue();
        assertThat(people.values()).allSatisfy(duties -> assertThat(duties).isNotEmpty());
        var shared = new EnumMap<Duty, Integer>(Duty.class);
        people.values().forEach(duties -> duties.forEach(d -> shared.merge(d, 1, Integer::sum)));
        assertThat(shared.keySet()).containsExactlyInAnyOrderElementsOf(office);
        for (var duties : people.values()) {
            for (var a : duties) for (var b : duties) assertThat(Incompatible.between(a, b).filter(Incompatible::forbidden)).isEmpty();
        }
    }

    /** Gives each duty to the person with the fewest duties who may hold it; steps back where nobody may. */
    private static boolean share(List<Duty> office, int at, List<EnumSet<Duty>> people) {
        if (at == office.size()) return true;
        var duty = office.get(at);
        var order = people.stream().sorted((a, b) -> a.size() - b.size()).toList();
        for (var person : order) {
            if (person.stream().anyMatch(held -> Incompatible.between(held, duty).filter(Incompatible::forbidden).isPresent())) continue;
            person.add(duty);
            if (share(office, at + 1, people)) return true;
            person.remove(duty);
        }
        return false;
    }

    private static void assertForbidden(Duty a, Duty b, String rule) {
        var pair = Incompatible.between(a, b).orElseThrow();
        assertThat(pair.forbidden()).isTrue();
        assertThat(pair.ruleId()).isEqualTo(rule);
        assertThat(Incompatible.forbiddenWith(a)).contains(b);
    }
}
