package dev.loper.channel.voice;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.channel.twilio.TwilioAccount;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// The numbers that are called. Nothing written leaves on them.
@Component
class VoiceOutbound implements OutboundPort {

    private static final ChannelCapabilities CAPABILITIES = ChannelCapabilities.spoken("phone");
    private static final SendResult SPOKEN = new SendResult.Failed(
            "A call cannot be written. Call the customer, or answer on another channel.");

    private final TwilioAccounts accounts;

    VoiceOutbound(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.VOICE;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<ChannelAccount> accounts() {
        return accounts.of(ChannelKind.VOICE).stream().map(TwilioAccount::describe).toList();
    }

    @Override
    public SendResult send(OutboundMessage message) {
        return SPOKEN;
    }

    @Override
    public SendResult settle(OutboundMessage message, Instant since) {
        return SPOKEN;
    }
}
