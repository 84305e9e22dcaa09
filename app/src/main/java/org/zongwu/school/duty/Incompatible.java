package org.zongwu.school.duty;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.CASHIER;
import static org.zongwu.kernel.Duty.CUSTODIAN;
import static org.zongwu.kernel.Duty.FEE_CLERK;
import static org.zongwu.kernel.Duty.RECEIPT_KEEPER;
import static org.zongwu.kernel.Duty.STOREKEEPER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zongwu.kernel.Duty;

/**
 * Two duties that one person should not hold (domain.md §8.3). FORBIDDEN is level H whatever the document; WATCHED may be
 * combined in a small office when a compensating control is written down, because the documents still want two people.
 */
record Incompatible(String ruleId, Duty one, Duty other, Level level) {
    enum Level { FORBIDDEN, WATCHED }

    private static final Set<Duty> MONEY_AND_STORES = Set.of(ACCOUNTANT, ACC_SUPERVISOR, CASHIER, FEE_CLERK, RECEIPT_KEEPER, STOREKEEPER, BUYER);

    private static final List<Incompatible> FORBIDDEN = List.of(
            new Incompatible("SOD-1", CASHIER, ACCOUNTANT, Level.FORBIDDEN),
            new Incompatible("SOD-1", CASHIER, ACC_SUPERVISOR, Level.FORBIDDEN),
            new Incompatible("SOD-4", STOREKEEPER, ACCOUNTANT, Level.FORBIDDEN),
            new Incompatible("SOD-4", STOREKEEPER, ACC_SUPERVISOR, Level.FORBIDDEN));

    private static final List<Incompatible> WATCHED = List.of(
            new Incompatible("SOD-2", ACCOUNTANT, ACC_SUPERVISOR, Level.WATCHED),
            new Incompatible("SOD-3", BUYER, STOREKEEPER, Level.WATCHED),
            new Incompatible("SOD-3", BUYER, CASHIER, Level.WATCHED),
            new Incompatible("SOD-3", STOREKEEPER, CASHIER, Level.WATCHED),
            new Incompatible("SOD-5", ASSET_ADMIN, CUSTODIAN, Level.WATCHED),
            new Incompatible("SOD-7", RECEIPT_KEEPER, CASHIER, Level.WATCHED),
            new Incompatible("SOD-7", RECEIPT_KEEPER, FEE_CLERK, Level.WATCHED),
            new Incompatible("SOD-13", CANTEEN_MANAGER, BUYER, Level.WATCHED),
            new Incompatible("SOD-13", CANTEEN_MANAGER, STOREKEEPER, Level.WATCHED),
            new Incompatible("SOD-13", CANTEEN_MANAGER, ACCOUNTANT, Level.WATCHED));

    static Optional<Incompatible> between(Duty a, Duty b) {
        if (a == b) return Optional.empty();
        if (a.administers() || b.administers()) return Optional.of(new Incompatible("SOD-15", a, b, Level.FORBIDDEN));
        if (a == AUDIT_MEMBER && MONEY_AND_STORES.contains(b) || b == AUDIT_MEMBER && MONEY_AND_STORES.contains(a)) {
            return Optional.of(new Incompatible("SOD-10", a, b, Level.FORBIDDEN));
        }
        return List.of(FORBIDDEN, WATCHED).stream().flatMap(List::stream)
                .filter(p -> p.one == a && p.other == b || p.one == b && p.other == a)
                .map(p -> new Incompatible(p.ruleId, a, b, p.level)).findFirst();
    }

    /** All duties that a holder of this one may never hold as well. */
    static Set<Duty> forbiddenWith(Duty duty) {
        return Arrays.stream(Duty.values()).filter(d -> between(duty, d).filter(Incompatible::forbidden).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    boolean forbidden() {
        return level == Level.FORBIDDEN;
    }

    /** Whoever audits a term may not have done its work either: the whole term counts, not only the day (SOD-10). */
    boolean coversTheTerm() {
        return ruleId.equals("SOD-10");
    }
}
