package dev.loper.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/// The headers that tell a browser how little our pages need.
///
/// `/widget/**` may be fetched by other sites, since they embed it; nothing may be framed by anybody.
@Component
public class SecurityHeaders implements HeaderWriter {

    private record Header(String name, String value) {}

    private final List<Header> pages;
    private final List<Header> widget;

    SecurityHeaders(PublicUrl publicUrl) {
        this.pages = headers(publicUrl, "same-origin");
        this.widget = headers(publicUrl, "cross-origin");
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean embedded = request.getRequestURI().startsWith(request.getContextPath() + "/widget/");
        for (Header header : embedded ? widget : pages) {
            if (!response.containsHeader(header.name())) {
                response.setHeader(header.name(), header.value());
            }
        }
    }

    private static List<Header> headers(PublicUrl publicUrl, String resourcePolicy) {
        List<Header> all = List.of(new Header("Content-Security-Policy", policy(publicUrl)), new Header(
                "X-Content-Type-Options", "nosniff"), new Header("X-Frame-Options", "DENY"),
                new Header(
                        "Referrer-Policy", "same-origin"),
                new Header("Permissions-Policy",
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
                new Header("Cross-Origin-Opener-Policy", "same-origin"), new Header("Cross-Origin-Resource-Policy",
                        resourcePolicy),
                new Header("Strict-Transport-Security", "max-age=31536000"));
        return publicUrl.https() ? all : all.subList(0, all.size() - 1);
    }

    private static String policy(PublicUrl publicUrl) {
        return String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'",
                "img-src 'self' data: blob:", "font-src 'self'", "media-src 'self' blob:", "connect-src 'self' "
                        + publicUrl.socketOrigin(),
                "manifest-src 'self'", "worker-src 'self'", "frame-src 'self'",
                "form-action 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'");
    }
}
