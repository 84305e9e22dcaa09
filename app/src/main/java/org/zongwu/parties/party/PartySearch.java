package org.zongwu.parties.party;

import static org.zongwu.kernel.Duty.*;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.SearchSource;

/** Suppliers by name, other name, code or initials. */
@Component
class PartySearch implements SearchSource {
    private static final Duty[] READERS = {BUYER, GA_DIRECTOR, STOREKEEPER, ASSET_ADMIN, ACCOUNTANT, ACC_SUPERVISOR, CASHIER, PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER, CANTEEN_MANAGER};

    private final PartyService parties;

    PartySearch(PartyService parties) {
        this.parties = parties;
    }

    @Override
    public List<Hit> search(Actor actor, String words, int limit) {
        if (!actor.holdsAny(READERS)) return List.of();
        return parties.search(words, limit).stream()
                .map(p -> new Hit("search.party", p.name(), p.code(), PartyController.PATH + "/" + p.id(), p.code().equalsIgnoreCase(words))).toList();
    }
}
