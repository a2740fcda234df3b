package dev.loper.channel.twilio;

import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.DeliveryReceipts.DeliveryReceipt;
import dev.loper.channel.DeliveryReceipts.Outcome;
import dev.loper.message.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns what Twilio says of a sent message into a receipt.
@Component
class TwilioStatuses {

    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final DeliveryReceipts receipts;
    private final Clock clock;

    TwilioStatuses(DeliveryReceipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    /// Records a status webhook.
    ///
    /// Twilio may tell of a message before our own note of its id is stored, so an unknown one is looked for again for a
    /// second. What is still missed then, the reconciliation finds in Twilio's log.
    ///
    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot take it now
    Outcome record(TwilioAccount account, TwilioForm form) {
        String status = form.get("MessageStatus").isEmpty() ? form.get("SmsStatus") : form.get("MessageStatus");
        Outcome outcome = record(account, form.get("MessageSid"), status, errorCode(form));
        for (int look = 1; outcome == Outcome.UNKNOWN && look < LOOKS; look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            outcome = record(account, form.get("MessageSid"), status, errorCode(form));
        }
        return outcome;
    }

    Outcome record(TwilioAccount account, String sid, String status, @Nullable Integer errorCode) {
        Delivery state = delivery(status);
        if (state == null || sid.isBlank()) {
            return Outcome.UNCHANGED;
        }
        String reason = state == Delivery.FAILED ? TwilioErrors.sentence(errorCode) : null;
        return receipts.record(new DeliveryReceipt(account.id(), sid, state, clock.instant(), reason));
    }

    /// How far a message is.
    ///
    /// @return none while it is still with Twilio, and for words we do not know
    static @Nullable Delivery delivery(String status) {
        return switch (status) {
            case "sent" -> Delivery.SENT;
            case "delivered" -> Delivery.DELIVERED;
            case "read" -> Delivery.READ;
            case "failed", "undelivered", "canceled" -> Delivery.FAILED;
            default -> null;
        };
    }

    private static @Nullable Integer errorCode(TwilioForm form) {
        String code = form.get("ErrorCode");
        return code.matches("\\d{1,9}") ? Integer.valueOf(code) : null;
    }
}
