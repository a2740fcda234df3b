package dev.loper.push;

import dev.loper.access.SocketGuard;
import dev.loper.access.SocketHandshake;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;

/// STOMP over WebSocket at `/ws/agent`: one destination a screen, order kept, time and buffers bounded. A screen that
/// cannot keep up loses its socket, and its cursor recovers what it missed.
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class PushSocketConfiguration implements WebSocketMessageBrokerConfigurer {

    private static final int HEARTBEAT_MS = 5000;
    private static final int MESSAGE_BYTES = 64 * 1024;

    private final AgentSockets sockets;
    private final SocketHandshake handshake;
    private final SocketGuard guard;

    PushSocketConfiguration(AgentSockets sockets, SocketHandshake handshake, SocketGuard guard) {
        this.sockets = sockets;
        this.handshake = handshake;
        this.guard = guard;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/ws/agent").addInterceptors(handshake);
        registry.setPreserveReceiveOrder(true);
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setThreadNamePrefix("stomp-heartbeat-");
        scheduler.setVirtualThreads(true);
        registry.enableSimpleBroker("/queue").setHeartbeatValue(
                new long[]{HEARTBEAT_MS, HEARTBEAT_MS}).setTaskScheduler(scheduler);
        registry.setApplicationDestinationPrefixes("/app");
        registry.setUserDestinationPrefix("/user");
        registry.setPreservePublishOrder(true);
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.interceptors(guard);
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration transport) {
        transport.setMessageSizeLimit(MESSAGE_BYTES).setSendBufferSizeLimit(AgentSockets.BUFFER).setSendTimeLimit(
                AgentSockets.SEND_MS).setTimeToFirstMessage((int) Duration.ofSeconds(10).toMillis());
        transport.addDecoratorFactory(sockets::decorate);
    }
}
