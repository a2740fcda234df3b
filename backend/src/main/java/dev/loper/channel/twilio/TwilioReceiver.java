package dev.loper.channel.twilio;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands a message to its channel; what the channel cannot read becomes a dead letter, whoever brought it.
@Component
class TwilioReceiver {

    private static final Logger log = LoggerFactory.getLogger(TwilioReceiver.class);

    private static final String SENT = "sent";

    private final Map<ChannelKind, TwilioInbound> inbound = new EnumMap<>(ChannelKind.class);
    private final DeadLetters deadLetters;
    private final HandledMessages handled;

    TwilioReceiver(List<TwilioInbound> inbound, DeadLetters deadLetters, HandledMessages handled) {
        inbound.forEach(way -> this.inbound.put(way.channel(), way));
        this.deadLetters = deadLetters;
        this.handled = handled;
    }

    /// Returns only when the message, or its dead letter, is durable.
    ///
    /// @param raw the form as it came, for the dead letter
    /// @throws IntakeUnavailableException if the store cannot take it now
    Taken receive(TwilioWebhook webhook, Supplier<byte[]> raw) {
        Taken taken = read(webhook, raw);
        handled.add(webhook.account().id(), webhook.form().get("MessageSid"));
        return taken;
    }

    /// Whether this process received the message already.
    boolean has(TwilioAccount account, String sid) {
        return handled.contains(account.id(), sid);
    }

    private Taken read(TwilioWebhook webhook, Supplier<byte[]> raw) {
        try {
            return way(webhook.account()).receive(webhook).repeat() ? Taken.REPEAT : Taken.NEW;
        } catch (IntakeUnavailableException e) {
            throw e;
        } catch (UnreadableMessageException e) {
            return bury(webhook, raw, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("A message on {} could not be taken in; it is a dead letter now", webhook.account().id(), e);
            return bury(webhook, raw, "Loper failed to read it: " + e.getClass().getSimpleName() + ".");
        }
    }

    private Taken bury(TwilioWebhook webhook, Supplier<byte[]> raw, String reason) {
        String sid = webhook.form().get("MessageSid");
        deadLetters.keep(webhook.account().id(), webhook.account().channel(), sid.isBlank() ? null : sid, raw.get(),
                headers(webhook), reason);
        return Taken.DEAD_LETTER;
    }

    /// When the message was sent is kept where the log told it: read again later, it opens no reply window.
    private static Map<String, String> headers(TwilioWebhook webhook) {
        if (webhook.sentAt() == null) {
            return TwilioForm.HEADERS;
        }
        Map<String, String> all = new HashMap<>(TwilioForm.HEADERS);
        all.put(SENT, webhook.sentAt().toString());
        return Map.copyOf(all);
    }

    /// When a dead letter's message was sent, if that was known.
    static Optional<Instant> sent(Map<String, String> headers) {
        return Optional.ofNullable(headers.get(SENT)).map(Instant::parse);
    }

    private TwilioInbound way(TwilioAccount account) {
        TwilioInbound way = inbound.get(account.channel());
        if (way == null) {
            throw new IllegalStateException("There is no way in for " + account.channel() + ".");
        }
        return way;
    }

    /// What became of it.
    enum Taken {
        NEW,
        REPEAT,
        DEAD_LETTER
    }
}
