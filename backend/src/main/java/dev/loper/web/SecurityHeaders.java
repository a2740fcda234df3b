package dev.loper.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/// The headers that tell a browser how little our pages need.
///
/// `/widget/**` may be fetched by other sites, since they embed it; nothing may be framed by anybody, except the empty
/// page in which the app shows the pictures of a mail once they are asked for: it may load pictures and nothing else.
@Component
public class SecurityHeaders implements HeaderWriter {

    private static final String MAIL_FRAME = "/mail-frame.html";

    private record Header(String name, String value) {}

    private final List<Header> pages;
    private final List<Header> widget;
    private final List<Header> mailFrame = List.of(new Header("Content-Security-Policy", String.join("; ",
            "default-src 'none'", "img-src http: https: data: blob:", "base-uri 'none'", "form-action 'none'",
            "frame-ancestors 'self'", "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox")),
            new Header("X-Content-Type-Options", "nosniff"), new Header("X-Frame-Options", "SAMEORIGIN"),
            new Header("Referrer-Policy", "no-referrer"));

    SecurityHeaders(PublicUrl publicUrl) {
        this.pages = headers(publicUrl, "same-origin");
        this.widget = headers(publicUrl, "cross-origin");
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        for (Header header : headersOf(request.getRequestURI().substring(request.getContextPath().length()))) {
            if (!response.containsHeader(header.name())) {
                response.setHeader(header.name(), header.value());
            }
        }
    }

    private List<Header> headersOf(String path) {
        if (path.equals(MAIL_FRAME)) {
            return mailFrame;
        }
        return path.startsWith("/widget/") ? widget : pages;
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
