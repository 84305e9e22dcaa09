package org.zongwu.parties.party;

import static org.zongwu.kernel.Duty.*;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.NavEntry;

/** Suppliers in the menu, beside the goods that come from them. */
@Configuration(proxyBeanMethods = false)
class PartyNavigation {
    @Bean
    NavEntry partiesInMenu() {
        return NavEntry.of("storeroom", "parties.party.title", PartyController.PATH, 290, BUYER, GA_DIRECTOR, STOREKEEPER, ASSET_ADMIN, ACCOUNTANT, ACC_SUPERVISOR, CASHIER,
                PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER, CANTEEN_MANAGER);
    }
}
