package org.zongwu.web.frame;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Program;

/** Bundles, language, the actor as an argument, the check of {@code @Allow}, static files. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PrincipalArgument<>(Actor.class));
        resolvers.add(new PrincipalArgument<>(Program.class));
    }

    /** The address carries the version, so a file may be kept for ever. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/*/**").addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .resourceChain(true).addResolver(new VersionedResources());
    }

    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setAlwaysUseMessageFormat(true);
        source.setBasenames(Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_zh_CN.properties"))
                .map(r -> "messages/" + r.getFilename().replace("_zh_CN.properties", "")).sorted().toArray(String[]::new));
        return source;
    }

    /** Chinese first; English for those who chose it. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(YEAR);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** The person at work, from the session and nowhere else. */
    static Optional<Actor> actor() {
        return principal(Actor.class);
    }

    /** The program at work, from its token and nowhere else. */
    static Optional<Program> program() {
        return principal(Program.class);
    }

    private static <T> Optional<T> principal(Class<T> kind) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && kind.isInstance(authentication.getPrincipal()) ? Optional.of(kind.cast(authentication.getPrincipal())) : Optional.empty();
    }

    private record PrincipalArgument<T>(Class<T> kind) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == kind;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request, WebDataBinderFactory binders) {
            return principal(kind).orElseThrow(() -> new IllegalStateException("a handler with somebody at work is open to everybody: " + parameter.getMethod()));
        }
    }
}
