package org.zongwu.access.security;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.zongwu.access.apitoken.ProgramContexts;
import org.zongwu.access.session.SessionContexts;
import org.zongwu.web.Problem;

/** The filter chains of the house, one for people and one for programs. Who may call which handler is said at the handler, by {@code web.Allow}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] OPEN = {"/static/**", "/favicon.ico", "/login", "/language", "/set-up/**", "/ca/**", "/r/**"};

    /**
     * Programs: by their token, on every request anew, to read what is made for them. No cookie is looked at or set, so there is no form of
     * another site to fear; and a token opens no page, wherever it is shown.
     */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ProgramContexts tokens, Refusals refusals) throws Exception {
        return http
                .securityMatcher(Problem::isForProgram)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/openapi.json").permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/**").authenticated()
                        .requestMatchers(HttpMethod.HEAD, "/api/v1/**").authenticated()
                        .anyRequest().denyAll())
                .securityContext(context -> context.securityContextRepository(tokens))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SessionContexts sessions, CsrfTokenRepository formTokens, Refusals refusals) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        // The methods that the house uses; a path that does not exist is then a 404, and only for those who are logged in
                        .requestMatchers(HttpMethod.GET, "/**").authenticated()
                        .requestMatchers(HttpMethod.HEAD, "/**").authenticated()
                        .requestMatchers(HttpMethod.POST, "/**").authenticated()
                        .anyRequest().denyAll())
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .addFilterBefore(new SameOrigin(refusals), CsrfFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** There is one way in, {@code access.login}; this bean keeps the framework from adding a user of its own. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new AuthenticationServiceException("log in at /login");
        };
    }

    /** What the server itself refuses, before any application is asked, carries the headers too. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bareRefusals() {
        return factory -> factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new BareRefusal()));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(Headers.CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(self), geolocation=(), microphone=()"));
    }
}
