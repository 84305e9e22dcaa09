package org.zongwu.approvals.sample;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.approvals.delegation.Delegation;
import org.zongwu.approvals.delegation.DelegationService;
import org.zongwu.approvals.kind.Approvables;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.SampleData;

/** The principal of the example school is away for a week, and the secretary stands in for him. */
@Component
class ApprovalsSample implements SampleData {
    private static final int DAYS = 6;

    private final DelegationService delegations;
    private final Approvables approvables;
    private final Clock clock;

    ApprovalsSample(DelegationService delegations, Approvables approvables, Clock clock) {
        this.delegations = delegations;
        this.approvables = approvables;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public void create(SampleSchool school) {
        var today = LocalDate.now(clock);
        var principal = school.actor(Duty.PRINCIPAL);
        var standIn = school.actor(Duty.PARTY_SECRETARY).employeeId();
        delegations.give(principal, new Delegation(Ids.next(), Duty.PRINCIPAL, principal.employeeId(), standIn, today, today.plusDays(DAYS), approvables.words().keySet(), Money.ofYuan("20000"), "参加市里培训", clock.instant(), null));
    }
}
