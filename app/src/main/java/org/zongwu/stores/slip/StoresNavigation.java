package org.zongwu.stores.slip;

import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.CANTEEN_MANAGER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.HEAD_TEACHER;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.TEACHER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static org.zongwu.kernel.Duty.WORKER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.DeskAction;

/** The stores in the menu: each entry for those who may open it. */
@Configuration(proxyBeanMethods = false)
class StoresNavigation {
    private static final Duty[] BOOKS = {STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER};

    @Bean
    NavEntry issuesInMenu() {
        return NavEntry.of("stores", "stores.issue.title", "/stores/issues", 210, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER);
    }

    @Bean
    NavEntry requestsInMenu() {
        return NavEntry.of("stores", "stores.request.title", "/stores/requests", 205, TEACHER, HEAD_TEACHER, WORKER, CANTEEN_MANAGER);
    }

    @Bean
    NavEntry scanInMenu() {
        return NavEntry.of("stores", "stores.scan.title", "/stores/scan", 206, STOREKEEPER);
    }

    @Bean
    NavEntry picksInMenu() {
        return NavEntry.of("stores", "stores.pick.title", "/stores/picks", 215, STOREKEEPER);
    }

    @Bean
    NavEntry counterInMenu() {
        return NavEntry.of("stores", "stores.counter.title", "/stores/counter", 218, STOREKEEPER);
    }

    @Bean
    NavEntry handoutsInMenu() {
        return NavEntry.of("stores", "stores.handout.title", "/stores/handouts", 219, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, AUDIT_MEMBER);
    }

    @Bean
    NavEntry waitsInMenu() {
        return NavEntry.of("stock", "stores.wait.title", "/stores/waits", 252, BOOKS);
    }

    @Bean
    NavEntry consumptionInMenu() {
        return NavEntry.of("stock", "stores.consumption.title", "/stores/consumption", 253, BOOKS);
    }

    @Bean
    NavEntry labelsInMenu() {
        return NavEntry.of("storeroom", "stores.label.title", "/stores/labels", 263, STOREKEEPER, ASSET_ADMIN, GA_DIRECTOR);
    }

    @Bean
    NavEntry shelvesInMenu() {
        return NavEntry.of("storeroom", "stores.shelf.title", "/stores/shelves", 262, STOREKEEPER, ASSET_ADMIN, GA_DIRECTOR);
    }

    @Bean
    NavEntry receiptsInMenu() {
        return NavEntry.of("stores", "stores.receipt.title", "/stores/receipts", 220, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry loansInMenu() {
        return NavEntry.of("stores", "stores.loan.title", "/stores/loans", 224, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry myLoansInMenu() {
        return NavEntry.of("stores", "stores.my-loan.title", "/stores/my-loans", 226);
    }

    @Bean
    NavEntry handoversInMenu() {
        return NavEntry.of("storeroom", "stores.handover.title", "/stores/handovers", 262, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry itemsInMenu() {
        return NavEntry.of("stock", "stores.item.title", "/stores/items", 230, BOOKS);
    }

    @Bean
    NavEntry summaryInMenu() {
        return NavEntry.of("stock", "stores.summary.title", "/stores/summary", 240, BOOKS);
    }

    @Bean
    NavEntry pricesInMenu() {
        return NavEntry.of("stock", "stores.price.title", "/stores/prices", 251, BOOKS);
    }

    @Bean
    NavEntry movesInMenu() {
        return NavEntry.of("stock", "stores.move.title", "/stores/moves", 250, BOOKS);
    }

    @Bean
    NavEntry warehousesInMenu() {
        return NavEntry.of("storeroom", "stores.warehouse.title", "/stores/warehouses", 260, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry returnsInMenu() {
        return NavEntry.of("stores", "stores.return.title", "/stores/returns", 222, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry transfersInMenu() {
        return NavEntry.of("stores", "stores.transfer.title", "/stores/transfers", 223, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry scrapsInMenu() {
        return NavEntry.of("stores", "stores.scrap.title", "/stores/scraps", 224, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry supplierReturnsInMenu() {
        return NavEntry.of("stores", "stores.supplier-return.title", "/stores/supplier-returns", 225, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT,
                ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry priceDifferencesInMenu() {
        return NavEntry.of("stores", "stores.price-difference.title", "/stores/price-differences", 226, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT,
                ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    NavEntry reorderInMenu() {
        return NavEntry.of("stock", "stores.reorder.title", "/stores/reorder", 242, BOOKS);
    }

    @Bean
    NavEntry lotsInMenu() {
        return NavEntry.of("stock", "stores.lot.title", "/stores/lots", 244, BOOKS);
    }

    @Bean
    NavEntry variancesInMenu() {
        return NavEntry.of("stock", "stores.variance.title", "/stores/variances", 255, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR,
                ASSET_ADMIN, AUDIT_MEMBER);
    }

    @Bean
    DeskAction receiptFromTheDesk() {
        return new DeskAction("stores.receipt.new", "/stores/receipts/new", "plus", 10);
    }

    @Bean
    DeskAction requestFromTheDesk() {
        return new DeskAction("stores.request.title", "/stores/requests", "plus", 15);
    }

    @Bean
    DeskAction issueFromTheDesk() {
        return new DeskAction("stores.issue.new", "/stores/issues/new", "plus", 20);
    }
}
