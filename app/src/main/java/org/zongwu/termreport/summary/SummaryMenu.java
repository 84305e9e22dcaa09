package org.zongwu.termreport.summary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.DeskAction;

/** Places in the menu. Who sees them is who may open them. */
@Configuration(proxyBeanMethods = false)
class SummaryMenu {
    static final Duty[] READERS = {Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.STOREKEEPER,
        Duty.ASSET_ADMIN, Duty.AUDIT_MEMBER, Duty.UNION, Duty.CANTEEN_MANAGER};

    @Bean
    NavEntry summaryEntry() {
        return NavEntry.of("report", "termreport.summary.title", "/summary", 650, READERS);
    }

    @Bean
    NavEntry figuresEntry() {
        return NavEntry.of("report", "termreport.figure.title", "/figures", 660, READERS);
    }

    /** Everybody's own. */
    @Bean
    NavEntry ownSummaryEntry() {
        return NavEntry.of("report", "termreport.own.title", "/my/summary", 655);
    }

    @Bean
    DeskAction summaryFromTheDesk() {
        return new DeskAction("termreport.summary.title", "/summary", "report", 30);
    }
}
