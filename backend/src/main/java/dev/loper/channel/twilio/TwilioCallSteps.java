package dev.loper.channel.twilio;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.OwnAddressException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.ChannelKind;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Takes the steps of calls. A caller always hears something: while the store is away, to call again; what only tells of
/// a call is refused then, and Twilio repeats it.
@Component
class TwilioCallSteps {

    private static final Logger log = LoggerFactory.getLogger(TwilioCallSteps.class);
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private final ObjectProvider<TwilioVoice> voice;
    private final DeadLetters deadLetters;

    TwilioCallSteps(ObjectProvider<TwilioVoice> voice, DeadLetters deadLetters) {
        this.voice = voice;
        this.deadLetters = deadLetters;
    }

    ResponseEntity<?> take(TwilioCall call, Supplier<byte[]> raw) {
        TwilioVoice answering = voice.getObject();
        try {
            return twiml(step(answering, call, raw));
        } catch (IntakeUnavailableException e) {
            log.warn("A step of a call on {} was refused: {}", call.account().id(), e.getMessage());
            return answering.isHeard(call)
                    ? twiml(answering.away(call.account()))
                    : WebhookAnswers.STORE_UNAVAILABLE;
        }
    }

    private String step(TwilioVoice answering, TwilioCall call, Supplier<byte[]> raw) {
        try {
            return answering.step(call);
        } catch (IntakeUnavailableException e) {
            throw e;
        } catch (OwnAddressException e) {
            // Every step of such a call says the same: it is one letter.
            bury(call, call.form().get("CallSid"), raw, String.valueOf(e.getMessage()));
            return answering.refused(call.account());
        } catch (UnreadableMessageException e) {
            bury(call, null, raw, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("A step of a call on {} failed; it is a dead letter now", call.account().id(), e);
            bury(call, null, raw, "Loper failed to read it: " + e.getClass().getSimpleName() + ".");
        }
        return answering.failed(call.account());
    }

    private void bury(TwilioCall call, @Nullable String id, Supplier<byte[]> raw, String reason) {
        deadLetters.keep(call.account().id(), ChannelKind.VOICE, id, raw.get(), TwilioForm.HEADERS, reason);
    }

    private static ResponseEntity<byte[]> twiml(String answer) {
        return ResponseEntity.ok().contentType(XML).body(answer.getBytes(StandardCharsets.UTF_8));
    }
}
