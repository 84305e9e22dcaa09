package org.zongwu.contracts.contract;

import static org.jooq.impl.DSL.sum;
import static zongwu.db.contracts.Tables.CONTRACT;
import static zongwu.db.contracts.Tables.INSTALMENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.zongwu.contracts.contract.InstalmentBook.Purpose;
import org.zongwu.contracts.contract.InstalmentBook.State;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Money;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Rule.Broken;

/** What has been planned under the same contract, for the rules that look beyond one instalment. */
@Repository
class Schedule {
    private static final String VOID = "VOID";

    private final DSLContext db;
    private final Tenancy tenancy;

    Schedule(DSLContext db, Tenancy tenancy) {
        this.db = db;
        this.tenancy = tenancy;
    }

    private record Side(UUID contract, String direction) {}

    /** R-CON-9: what is planned in one direction does not pass the contract's amount; a deposit is no part of it. */
    List<Broken> beyond(List<Draft> drafts) {
        var counted = drafts.stream().filter(d -> !Purpose.DEPOSIT.name().equals(d.get(INSTALMENT.PURPOSE))).toList();
        var contracts = counted.stream().map(d -> d.get(INSTALMENT.CONTRACT_ID)).filter(Objects::nonNull).collect(Collectors.toSet());
        var amounts = amounts(contracts);
        var planned = planned(contracts, drafts.stream().map(Draft::id).toList());
        var broken = new ArrayList<Broken>();
        for (var draft : counted) {
            var amount = amounts.get(draft.get(INSTALMENT.CONTRACT_ID));
            var total = planned.merge(new Side(draft.get(INSTALMENT.CONTRACT_ID), draft.get(INSTALMENT.DIRECTION)), draft.get(INSTALMENT.AMOUNT), Long::sum);
            if (amount != null && total > amount) broken.add(Broken.of(draft, "rule.contracts.instalment.beyond", new Money(total), new Money(amount)));
        }
        return broken;
    }

    private Map<UUID, Long> amounts(Iterable<UUID> contracts) {
        return db.select(CONTRACT.ID, CONTRACT.AMOUNT).from(CONTRACT).where(CONTRACT.SCHOOL_ID.eq(tenancy.current()), CONTRACT.ID.in(ids(contracts)), CONTRACT.AMOUNT.isNotNull())
                .fetchMap(CONTRACT.ID, CONTRACT.AMOUNT);
    }

    private Map<Side, Long> planned(Iterable<UUID> contracts, List<UUID> without) {
        var all = new HashMap<Side, Long>();
        db.select(INSTALMENT.CONTRACT_ID, INSTALMENT.DIRECTION, sum(INSTALMENT.AMOUNT)).from(INSTALMENT)
                .where(INSTALMENT.SCHOOL_ID.eq(tenancy.current()), INSTALMENT.CONTRACT_ID.in(ids(contracts)), INSTALMENT.STATE.ne(VOID),
                        INSTALMENT.PURPOSE.ne(Purpose.DEPOSIT.name()), INSTALMENT.ID.ne(org.jooq.impl.DSL.all(without.toArray(UUID[]::new))))
                .groupBy(INSTALMENT.CONTRACT_ID, INSTALMENT.DIRECTION).forEach(r -> all.put(new Side(r.value1(), r.value2()), r.value3().longValueExact()));
        return all;
    }

    private static List<UUID> ids(Iterable<UUID> all) {
        var ids = new ArrayList<UUID>();
        all.forEach(ids::add);
        return ids;
    }

    /** R-CON-1: nothing is received or paid under a contract that is not signed. */
    boolean isSigned(Draft instalment) {
        return db.fetchExists(CONTRACT, CONTRACT.SCHOOL_ID.eq(tenancy.current()), CONTRACT.ID.eq(instalment.get(INSTALMENT.CONTRACT_ID)), CONTRACT.SIGNED_ON.isNotNull());
    }

    /** How many parts of the contract are not settled. */
    int open(UUID contract) {
        return db.fetchCount(INSTALMENT, INSTALMENT.SCHOOL_ID.eq(tenancy.current()), INSTALMENT.CONTRACT_ID.eq(contract), INSTALMENT.STATE.in(State.PLANNED.name(), State.PART.name()));
    }
}
