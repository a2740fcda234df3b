package dev.loper.channel.webchat;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Puts the chat's sockets at `/ws/chat`.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class ChatSocketConfiguration implements WebSocketConfigurer {

    private final ChatSocketHandler handler;
    private final ChatHandshake handshake;

    ChatSocketConfiguration(ChatSocketHandler handler, ChatHandshake handshake) {
        this.handler = handler;
        this.handshake = handshake;
    }

    /// Spring's own check of the origin knows one list for all accounts, so it lets all through and [ChatHandshake] asks
    /// the account's.
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/ws/chat").addInterceptors(handshake).setAllowedOriginPatterns("*");
    }
}
