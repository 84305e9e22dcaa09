package org.zongwu.stores.issue;

import static org.zongwu.kernel.Duty.*;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.NavEntry;

/** Issues in the menu. */
@Configuration(proxyBeanMethods = false)
class IssueNavigation {
    @Bean
    NavEntry issuesInMenu() {
        return NavEntry.of("stores", "stores.issue.title", IssueController.PATH, 210, STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT,
                ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, HEAD_TEACHER, TEACHER, WORKER, CANTEEN_MANAGER);
    }
}
