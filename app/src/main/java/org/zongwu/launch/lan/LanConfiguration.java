package org.zongwu.launch.lan;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.zongwu.engine.Home;

/** The page to trust this instance, open to everybody, and the watch over the machine's addresses. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zongwu.lan")
class LanConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(LanConfiguration.class);
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    LocalAuthority localAuthority(Home home) {
        return new LocalAuthority(home.secrets());
    }

    @Bean
    @Order(1)
    SecurityFilterChain certificatePage(HttpSecurity http) throws Exception {
        return http.securityMatcher("/ca", "/ca/**").authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))).build();
    }

    /** A router gives out another address overnight; the web server takes the new certificate without a restart. */
    @Bean(destroyMethod = "interrupt")
    Thread addressWatch(LocalAuthority authority, Clock clock) {
        return Thread.ofVirtual().name("address watch").start(() -> {
            try {
                while (true) {
                    Thread.sleep(ROUND);
                    if (authority.renew(LanAddresses.now(), clock.instant())) LOG.info("the machine's addresses changed: new certificate");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
