package org.zongwu.contracts.contract;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.school.Policies;

/** How many days before its end a contract is called (R-CON-4): {@code contract.alert.days}, the earliest call first. */
@Component
class Alerts {
    private final Policies policies;

    Alerts(Policies policies) {
        this.policies = policies;
    }

    /** The earliest call: it goes into next term's plan. */
    int first(LocalDate on) {
        return days(on).getFirst();
    }

    /** The call by which a successor must be looked for: the middle one, which figures count and to-dos ask by. */
    int main(LocalDate on) {
        var all = days(on);
        return all.get(all.size() / 2);
    }

    /** The last call. */
    int last(LocalDate on) {
        return days(on).getLast();
    }

    private List<Integer> days(LocalDate on) {
        return parse(policies.value("contract.alert.days", on).orElse("180,90,30"));
    }

    static List<Integer> parse(String days) {
        return Arrays.stream(days.split(",")).map(String::strip).map(Integer::valueOf).sorted(Comparator.reverseOrder()).toList();
    }
}
