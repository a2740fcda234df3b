package dev.loper.channel.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out, from Twilio's message log, what became of an attempt that nobody saw end.
///
/// A message of the same words to the same customer, made since the agent sent it, is the one. If there is none a while
/// after the attempt, it was not sent. The log is read without a date filter: its date is that of sending, which a
/// message still in Twilio's queue does not have, and such a one must not be sent again.
@Component
class TwilioSettlement {

    /// By then a message Twilio took is in its log.
    static final Duration GRACE = Duration.ofMinutes(1);

    /// How far Twilio's clock may be behind ours. What lies in between could be an earlier message of the same words.
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Clock clock;

    TwilioSettlement(Clock clock) {
        this.clock = clock;
    }

    /// @param begun when the attempt was marked
    SendResult settle(TwilioAccount account, OutboundMessage message, String to, Instant begun) {
        try {
            return judge(message, sameWords(account, message, to), begun);
        } catch (RuntimeException e) {
            return new SendResult.Unconfirmed("Twilio's log cannot be read now: " + e.getMessage());
        }
    }

    private SendResult judge(OutboundMessage message, List<Message> same, Instant begun) {
        Instant queued = message.queuedAt().truncatedTo(ChronoUnit.SECONDS);
        List<Message> since = same.stream().filter(found -> !made(found).isBefore(queued)).toList();
        if (!since.isEmpty()) {
            return TwilioOutcomes.of(since.getFirst());
        }
        if (!same.isEmpty()) {
            return new SendResult.Unconfirmed(
                    "A message of the same words was sent just before: check with the customer.");
        }
        return Duration.between(begun, clock.instant()).compareTo(GRACE) >= 0
                ? new SendResult.Retry("Twilio's log shows that it was not sent.", null)
                : new SendResult.Unconfirmed("Twilio's log does not show it yet.");
    }

    private List<Message> sameWords(TwilioAccount account, OutboundMessage message, String to) {
        Instant from = message.queuedAt().minus(SKEW);
        ResourceSet<Message> log = Message.reader().setTo(to).setPageSize(100L).read(account.client());
        log.setLimit(200);
        List<Message> same = new ArrayList<>();
        for (Message found : log) {
            if (isOurs(account, found) && message.text().equals(found.getBody()) && !made(found).isBefore(from)) {
                same.add(found);
            }
        }
        return same;
    }

    private static boolean isOurs(TwilioAccount account, Message found) {
        boolean fromService = account.messagingService() != null
                && account.messagingService().equals(found.getMessagingServiceSid());
        boolean fromNumber = found.getFrom() != null && account.sender().equals(found.getFrom().getEndpoint());
        return found.getDirection() != Direction.INBOUND && (fromService || fromNumber);
    }

    private Instant made(Message found) {
        @Nullable
        Instant made = TwilioLog.made(found);
        return made == null ? clock.instant() : made;
    }
}
