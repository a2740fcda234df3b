package dev.loper.channel.twilio;

import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.twilio.TwilioAccount.Hook;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The doors Twilio knocks on: messages that came in, what became of answers, and every step of a call.
///
/// The order never changes: known account, size, signature, and only then the content. 200 means durable.
@RestController
class TwilioWebhooks {

    private static final Logger log = LoggerFactory.getLogger(TwilioWebhooks.class);

    private final TwilioAccounts accounts;
    private final TwilioReceiver receiver;
    private final TwilioStatuses statuses;
    private final TwilioCallSteps calls;
    private final TwilioPatience patience;

    TwilioWebhooks(TwilioAccounts accounts, TwilioReceiver receiver, TwilioStatuses statuses, TwilioCallSteps calls,
            TwilioPatience patience) {
        this.accounts = accounts;
        this.receiver = receiver;
        this.statuses = statuses;
        this.calls = calls;
        this.patience = patience;
    }

    @PostMapping("/hooks/twilio/{id}/message")
    ResponseEntity<?> message(@PathVariable String id, HttpServletRequest request) throws IOException {
        return open(Hook.MESSAGE, id, request);
    }

    @PostMapping("/hooks/twilio/{id}/status")
    ResponseEntity<?> status(@PathVariable String id, HttpServletRequest request) throws IOException {
        return open(Hook.STATUS, id, request);
    }

    @PostMapping("/hooks/twilio/{id}/voice")
    ResponseEntity<?> voice(@PathVariable String id, HttpServletRequest request) throws IOException {
        return open(Hook.VOICE, id, request);
    }

    private ResponseEntity<?> open(Hook hook, String id, HttpServletRequest request) throws IOException {
        TwilioAccount account = accounts.find(new AccountId(id));
        if (account == null || !hook.opensFor(account.channel())) {
            return WebhookAnswers.UNKNOWN_ACCOUNT;
        }
        byte[] body = WebhookBody.read(request);
        if (body == null) {
            return WebhookAnswers.TOO_LARGE;
        }
        TwilioForm form = verified(hook, account, request, body);
        if (form == null) {
            return WebhookAnswers.WRONG_SIGNATURE;
        }
        return account.channel() == ChannelKind.VOICE
                ? calls.take(new TwilioCall(account, form, request.getQueryString()), () -> body)
                : handle(hook, account, form, body);
    }

    private static @Nullable TwilioForm verified(Hook hook, TwilioAccount account, HttpServletRequest request,
            byte[] body) {
        String signature = request.getHeader("X-Twilio-Signature");
        TwilioForm form = signature == null ? null : TwilioForm.parse(body);
        return form != null && account.isSigned(hook, request.getQueryString(), form, signature) ? form : null;
    }

    private ResponseEntity<?> handle(Hook hook, TwilioAccount account, TwilioForm form, byte[] body) {
        try {
            switch (hook) {
                case MESSAGE -> receiver.receive(new TwilioWebhook(account, form, null), () -> body);
                case STATUS -> record(account, form);
                case VOICE -> throw new IllegalStateException("A call came to an account of messages.");
            }
            return WebhookAnswers.TAKEN;
        } catch (IntakeUnavailableException e) {
            log.warn("A webhook of {} was refused, Twilio repeats it: {}", account.id(), e.getMessage());
            return WebhookAnswers.STORE_UNAVAILABLE;
        }
    }

    private void record(TwilioAccount account, TwilioForm form) {
        DeliveryReceipts.Outcome outcome = patience.trying(() -> statuses.record(account, form));
        if (outcome == DeliveryReceipts.Outcome.UNKNOWN) {
            log.info("Twilio told of {} on {}, which was not sent from here", form.get("MessageSid"), account.id());
        }
    }
}
