package dev.loper.access;

import dev.loper.web.Problems;
import dev.loper.web.PublicUrl;
import dev.loper.web.SecurityHeaders;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.CorsFilter;

/// Which door a request goes through: the API with a token, the API with a session, operations, or the open side.
///
/// The open side (webhooks, the chat, customers' pages, the app's files) has a chain of one filter, which knows no
/// people and no sessions; what comes in there proves itself to its own controller.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestMatcher API = paths("/api/v1/**", "/v3/api-docs/**", "/v3/api-docs.yaml");

    private static RequestMatcher paths(String... patterns) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(java.util.Arrays.stream(patterns).<RequestMatcher>map(builder::matcher).toList());
    }

    @Bean
    CookieCsrfTokenRepository formTokens(PublicUrl publicUrl) {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.secure(publicUrl.https()).sameSite("Lax"));
        repository.setCookiePath("/");
        return repository;
    }

    /// People sign in through [SessionController] alone; this also keeps Spring Boot from inventing a user.
    @Bean
    AuthenticationManager authenticationManager() {
        return attempt -> {
            throw new ProviderNotFoundException("People sign in at /api/v1/session.");
        };
    }

    /// No timer around each single filter, and none around each decision: `http.server.requests` has the whole.
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenApi(HttpSecurity http, SecurityHeaders headers, Problems problems, Tokens tokens) {
        plain(http, headers, problems).securityMatcher(request -> BearerFilter.present(request) && API.matches(
                request)).csrf(AbstractHttpConfigurer::disable).sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).addFilterBefore(
                                new BearerFilter(
                                        tokens, problems),
                                AuthorizationFilter.class).authorizeHttpRequests(
                                        requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain sessionApi(HttpSecurity http, SecurityHeaders headers, Problems problems, PublicUrl publicUrl,
            PersonSessions people, CookieCsrfTokenRepository formTokens, RedisSessionRepository sessions,
            CookieHttpSessionIdResolver cookie) {
        SessionRepositoryFilter<?> lookUp = new SessionRepositoryFilter<>(new SparingSessions<>(sessions));
        lookUp.setHttpSessionIdResolver(cookie);
        plain(http, headers, problems).securityMatcher(new OrRequestMatcher(API, paths("/ws/agent"))).addFilterBefore(
                lookUp, SecurityContextHolderFilter.class).addFilterAfter(new SameOriginFilter(publicUrl, problems),
                        HeaderWriterFilter.class).securityContext(
                                context -> context.securityContextRepository(
                                        people)).sessionManagement(AbstractHttpConfigurer::disable).csrf(
                                                csrf -> csrf.spa().csrfTokenRepository(
                                                        formTokens)).authorizeHttpRequests(
                                                                requests -> requests.requestMatchers("/api/v1/session",
                                                                        "/api/v1/invitation",
                                                                        "/api/v1/setup").permitAll().anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain operations(HttpSecurity http, SecurityHeaders headers, Problems problems, Tokens tokens,
            Access access) {
        plain(http, headers, problems).securityMatcher("/actuator/**").csrf(
                AbstractHttpConfigurer::disable).sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(
                                SessionCreationPolicy.STATELESS)).addFilterBefore(new BearerFilter(tokens, problems),
                                        AuthorizationFilter.class).authorizeHttpRequests(
                                                requests -> requests.requestMatchers(
                                                        "/actuator/health",
                                                        "/actuator/health/**").permitAll().requestMatchers(
                                                                "/actuator/prometheus").access(
                                                                        new OperatorsOnly(
                                                                                access)).anyRequest().denyAll());
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain widget(SecurityHeaders headers, WidgetCors cors) {
        return new DefaultSecurityFilterChain(paths("/widget/**"), writing(headers), new CorsFilter(cors));
    }

    @Bean
    @Order(5)
    SecurityFilterChain open(SecurityHeaders headers) {
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, writing(headers));
    }

    private static Filter writing(SecurityHeaders headers) {
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(headers));
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }

    /// What all guarded chains share: our headers, our problems, and none of the pages Spring would add.
    private static HttpSecurity plain(HttpSecurity http, SecurityHeaders headers, Problems problems) {
        return http.headers(all -> all.defaultsDisabled().cacheControl(Customizer.withDefaults()).addHeaderWriter(
                headers)).addFilterBefore(new StoreOutageFilter(problems),
                        DisableEncodeUrlFilter.class).logout(AbstractHttpConfigurer::disable).requestCache(
                                AbstractHttpConfigurer::disable).exceptionHandling(
                                        refusals -> refusals.authenticationEntryPoint(
                                                (request, response, cause) -> problems.write(
                                                        AccessInterceptor.signInRequired(),
                                                        response)).accessDeniedHandler(
                                                                new Refusals(problems)));
    }
}
