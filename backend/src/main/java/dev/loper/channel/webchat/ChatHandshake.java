package dev.loper.channel.webchat;

import dev.loper.web.NetworkAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// The door of `/ws/chat`: 404 for an account there is not, 403 for a foreign page, 429 for too many at once.
@Component
class ChatHandshake implements HandshakeInterceptor {

    /// The session attribute that holds the [ChatSite].
    static final String SITE = "loper.chat.site";
    /// The session attribute that holds the [NetworkAddress].
    static final String ADDRESS = "loper.chat.address";

    private final ChatSites sites;
    private final ChatBuckets buckets;

    ChatHandshake(ChatSites sites, ChatBuckets buckets) {
        this.sites = sites;
        this.buckets = buckets;
    }

    @Override
    public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            Map<String, Object> attributes) {
        Optional<ChatSite> site = sites.named(request.getURI().getRawQuery());
        if (site.isEmpty()) {
            return refuse(response, HttpStatus.NOT_FOUND);
        }
        if (!site.get().allows(request.getHeaders().getFirst(HttpHeaders.ORIGIN))) {
            return refuse(response, HttpStatus.FORBIDDEN);
        }
        String address = NetworkAddress.of(((ServletServerHttpRequest) request).getServletRequest().getRemoteAddr());
        Duration wait = buckets.take("connect:" + address, site.get().limits().connectsPerMinute());
        if (wait.isPositive()) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            return refuse(response, HttpStatus.TOO_MANY_REQUESTS);
        }
        attributes.put(SITE, site.get());
        attributes.put(ADDRESS, address);
        return true;
    }

    private static boolean refuse(ServerHttpResponse response, HttpStatus status) {
        response.setStatusCode(status);
        return false;
    }

    @Override
    public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
            @Nullable Exception exception) {
        // nothing was taken that would have to be given back
    }
}
