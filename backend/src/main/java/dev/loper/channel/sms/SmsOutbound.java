package dev.loper.channel.sms;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.channel.twilio.TwilioAccount;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.channel.twilio.TwilioSender;
import dev.loper.message.ChannelAddress.Phone;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// The way out of a text message.
@Component
class SmsOutbound implements OutboundPort {

    /// Twilio takes 1,600 characters and cuts them into segments; files go as MMS, ten of 5 MB together, where there is
    /// MMS.
    ///
    /// See https://www.twilio.com/docs/messaging/api/message-resource
    private static final ChannelCapabilities CAPABILITIES = new ChannelCapabilities("phone", 1600, 5L * 1024 * 1024,
            10, false, false, null, true, Set.of(Delivery.SENT, Delivery.DELIVERED));

    private final TwilioAccounts accounts;
    private final TwilioSender sender;

    SmsOutbound(TwilioAccounts accounts, TwilioSender sender) {
        this.accounts = accounts;
        this.sender = sender;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.SMS;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<ChannelAccount> accounts() {
        return accounts.of(ChannelKind.SMS).stream().map(TwilioAccount::describe).toList();
    }

    @Override
    public SendResult send(OutboundMessage message) {
        return withNumber(message, sender::send);
    }

    @Override
    public SendResult settle(OutboundMessage message, Instant since) {
        return withNumber(message, (answer, to) -> sender.settle(answer, to, since));
    }

    private static SendResult withNumber(OutboundMessage message, BiFunction<OutboundMessage, String, SendResult> act) {
        if (!(message.to() instanceof Phone phone)) {
            return new SendResult.Failed("This is not a phone number: answer on another channel.");
        }
        return SmsNumbers.canBeAnswered(phone)
                ? act.apply(message, phone.value())
                : new SendResult.Failed("“" + phone.value()
                        + "” is a name, not a number, and cannot be answered: use another channel.");
    }
}
