package dev.loper.channel.webchat;

import dev.loper.channel.Intake;
import dev.loper.message.ChannelMessage;
import org.springframework.integration.annotation.Gateway;
import org.springframework.integration.annotation.MessagingGateway;

/// The way from a socket into [ChatInboundFlow].
@MessagingGateway
interface ChatGateway {

    /// Returns only when the message is durable.
    ///
    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot take it now
    @Gateway(requestChannel = ChatInboundFlow.MESSAGES)
    Intake.Receipt accept(ChannelMessage message);
}
