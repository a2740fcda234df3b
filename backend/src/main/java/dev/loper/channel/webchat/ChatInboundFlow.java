package dev.loper.channel.webchat;

import dev.loper.channel.Intake;
import dev.loper.message.ChannelMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;

/// The inbound flow of the chat: from a socket's frame to the intake, on the socket's own thread, so that the answer is
/// the intake's and a visitor's messages keep their order.
@Configuration(proxyBeanMethods = false)
class ChatInboundFlow {

    static final String MESSAGES = "chatArrivals";

    @Bean(MESSAGES)
    MessageChannel chatArrivals() {
        return new DirectChannel();
    }

    @Bean
    IntegrationFlow chatInbound(Intake intake) {
        return IntegrationFlow.from(MESSAGES).handle(ChannelMessage.class,
                (message, headers) -> intake.accept(message), endpoint -> endpoint.id("chatIntake")).get();
    }
}
