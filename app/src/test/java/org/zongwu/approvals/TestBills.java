package org.zongwu.approvals;

import static org.zongwu.kernel.Approvable.Signer.checks;
import static org.zongwu.kernel.Approvable.Signer.decides;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Approvable;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.WorkRef;

/** A kind of document that stands in no table, so that the engine is tested without a module. */
@Component
public class TestBills implements Approvable {
    public static final String KIND = "TEST_BILL";

    private final Map<UUID, Bill> bills = new ConcurrentHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final Tenancy tenancy;

    TestBills(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    private record Bill(long school, String title, Money amount, UUID makerId, Set<UUID> parties) {}

    public UUID make(Actor maker, String title, String yuan, UUID... parties) {
        var id = Ids.next();
        bills.put(id, new Bill(maker.schoolId(), title, Money.ofYuan(yuan), maker.employeeId(), Set.of(parties)));
        return id;
    }

    public void change(UUID id, String yuan) {
        bills.computeIfPresent(id, (key, b) -> new Bill(b.school(), b.title(), Money.ofYuan(yuan), b.makerId(), b.parties()));
    }

    /** What the module was told of this bill, in order. */
    public List<String> told(UUID id) {
        synchronized (told) {
            return told.stream().filter(t -> t.startsWith(id.toString())).map(t -> t.substring(37)).toList();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Subject> subject(UUID id) {
        return Optional.ofNullable(bills.get(id)).filter(b -> b.school() == tenancy.current())
                .map(b -> new Subject(new WorkRef("test.bill", id, b.title()), b.title(), "/", b.amount(), Approvable.digest(b.title(), b.amount()), b.makerId(), b.parties()));
    }

    /** Over 1,000 the vice principal checks too, and the principal cites a meeting. */
    @Override
    public List<Tier> defaultTiers() {
        return List.of(Tier.upTo(Money.ofYuan("1000"), checks(Duty.ACCOUNTANT).or(Duty.ACC_SUPERVISOR), decides(Duty.PRINCIPAL).or(Duty.PARTY_SECRETARY)),
                Tier.always(checks(Duty.ACCOUNTANT).or(Duty.ACC_SUPERVISOR), checks(Duty.VP_LOGISTICS), decides(Duty.PRINCIPAL).or(Duty.PARTY_SECRETARY).citing()));
    }

    @Override
    public void approved(Actor by, UUID id) {
        if (bills.get(id).title().contains("不能批")) throw new IllegalStateException("the module cannot");
        tell(id, "approved by " + by.name());
    }

    @Override
    public void returned(Actor by, UUID id, String reason) {
        tell(id, "returned by " + by.name() + ": " + reason);
    }

    @Override
    public void withdrawn(Actor by, UUID id) {
        tell(id, "withdrawn by " + by.name());
    }

    private void tell(UUID id, String what) {
        synchronized (told) {
            told.add(id + " " + what);
        }
    }
}
