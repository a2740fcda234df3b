package dev.loper.channel.twilio;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Map;

/// Takes a webhook in again that could not be read. Its signature was checked when it came.
public record TwilioReplay(TwilioInbound inbound, TwilioAccounts accounts) implements DeadLetters.Replay {

    @Override
    public ChannelKind channel() {
        return inbound.channel();
    }

    @Override
    public Intake.Receipt replay(AccountId id, Instant came, byte[] raw, Map<String, String> headers) {
        TwilioAccount account = accounts.find(id);
        TwilioForm form = TwilioForm.parse(raw);
        if (account == null) {
            throw new UnreadableWebhookException("The account " + id + " is no longer configured.");
        }
        if (form == null) {
            throw new UnreadableWebhookException("It has a parameter twice.");
        }
        return inbound.receive(new TwilioWebhook(account, form, TwilioReceiver.sent(headers).orElse(came)));
    }
}
