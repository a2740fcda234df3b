package dev.loper.channel.whatsapp;

import dev.loper.channel.Intake;
import dev.loper.channel.twilio.TwilioInbound;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelKind;
import org.springframework.integration.annotation.Gateway;
import org.springframework.integration.annotation.MessagingGateway;

/// The mouth of the flow in [WhatsAppChannel].
@MessagingGateway
interface WhatsAppGateway extends TwilioInbound {

    @Override
    default ChannelKind channel() {
        return ChannelKind.WHATSAPP;
    }

    @Override
    @Gateway(requestChannel = WhatsAppChannel.INPUT)
    Intake.Receipt receive(TwilioWebhook webhook);
}
