package dev.loper.channel.webchat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/// Lets the pages of an account, and no others, upload from their own origin. No cookies come along.
///
/// It stands before the security chain, since a preflight carries no proof of anything.
@Configuration(proxyBeanMethods = false)
class ChatCors {

    private static final int BEFORE_SECURITY = -200;

    private final ChatSites sites;

    ChatCors(ChatSites sites) {
        this.sites = sites;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> chatUploadCors() {
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(this::rules));
        filter.addUrlPatterns("/widget/uploads");
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    private CorsConfiguration rules(HttpServletRequest request) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(
                sites.named(request.getQueryString()).map(site -> List.copyOf(site.origins())).orElse(List.of()));
        rules.setAllowedMethods(List.of("POST"));
        rules.setAllowedHeaders(List.of("Loper-Visitor", "Content-Type"));
        rules.setMaxAge(Duration.ofHours(1));
        return rules;
    }
}
