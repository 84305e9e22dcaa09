package org.zongwu.access.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;

@Configuration(proxyBeanMethods = false)
class AccountNavigation {
    @Bean
    NavEntry accountsEntry() {
        return NavEntry.of("admin", "access.account.title", "/admin/accounts", 985, Duty.SYS_ADMIN);
    }
}
