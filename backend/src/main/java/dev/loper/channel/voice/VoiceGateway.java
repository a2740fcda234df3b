package dev.loper.channel.voice;

import dev.loper.channel.Intake;
import dev.loper.channel.twilio.TwilioInbound;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelKind;
import org.springframework.integration.annotation.Gateway;
import org.springframework.integration.annotation.MessagingGateway;

/// The mouth of the flow in [VoiceChannel].
@MessagingGateway
interface VoiceGateway extends TwilioInbound {

    @Override
    default ChannelKind channel() {
        return ChannelKind.VOICE;
    }

    @Override
    @Gateway(requestChannel = VoiceChannel.INPUT)
    Intake.Receipt receive(TwilioWebhook webhook);
}
