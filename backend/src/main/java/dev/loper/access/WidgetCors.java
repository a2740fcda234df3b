package dev.loper.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.util.UriComponentsBuilder;

/// Lets the pages of a chat account's sites, and no others, call `/widget/**`. No cookie ever goes along.
@Component
class WidgetCors implements CorsConfigurationSource {

    private final ObjectProvider<WidgetOrigins> origins;

    WidgetCors(ObjectProvider<WidgetOrigins> origins) {
        this.origins = origins;
    }

    @Override
    public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        CorsConfiguration cors = new CorsConfiguration();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && allowed(account(request.getQueryString()), origin)) {
            cors.setAllowedOrigins(List.of(origin));
            cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
            cors.setAllowedHeaders(List.of("Loper-Visitor", HttpHeaders.CONTENT_TYPE));
            cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
            cors.setMaxAge(600L);
        }
        return cors;
    }

    private boolean allowed(String account, String origin) {
        return origins.stream().anyMatch(known -> known.allows(account, origin));
    }

    /// From the address only: reading parameters would read the body.
    private static String account(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String account = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst("account");
        return account == null ? "" : account;
    }
}
