package org.zongwu.access.apitoken;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;

@Configuration(proxyBeanMethods = false)
class ApiTokenNavigation {
    @Bean
    NavEntry apiTokensEntry() {
        return NavEntry.of("admin", "access.api_token.title", "/admin/tokens", 986, Duty.GA_DIRECTOR, Duty.SYS_ADMIN);
    }
}
