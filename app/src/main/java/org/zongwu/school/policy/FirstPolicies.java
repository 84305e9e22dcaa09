package org.zongwu.school.policy;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;

/** The policy rows that hold until the school sets its own. */
@Component
public class FirstPolicies {
    /** Early enough for every record that a school may carry over. */
    private static final LocalDate BEFORE_ALL_RECORDS = LocalDate.of(2000, 1, 1);

    private final PolicyService policies;

    FirstPolicies(PolicyService policies) {
        this.policies = policies;
    }

    /** Sets what is not there yet. */
    public void setInitial(Actor by) {
        for (var known : PolicyKey.ALL) {
            if (policies.value(known.key(), BEFORE_ALL_RECORDS).isEmpty()) policies.set(by, known.key(), known.initial(), BEFORE_ALL_RECORDS, "初始设置");
        }
    }
}
