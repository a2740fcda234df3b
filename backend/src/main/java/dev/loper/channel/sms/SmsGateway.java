package dev.loper.channel.sms;

import dev.loper.channel.Intake;
import dev.loper.channel.twilio.TwilioInbound;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelKind;
import org.springframework.integration.annotation.Gateway;
import org.springframework.integration.annotation.MessagingGateway;

/// The mouth of the flow in [SmsChannel].
@MessagingGateway
interface SmsGateway extends TwilioInbound {

    @Override
    default ChannelKind channel() {
        return ChannelKind.SMS;
    }

    @Override
    @Gateway(requestChannel = SmsChannel.INPUT)
    Intake.Receipt receive(TwilioWebhook webhook);
}
