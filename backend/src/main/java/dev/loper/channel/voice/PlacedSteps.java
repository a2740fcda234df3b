package dev.loper.channel.voice;

import dev.loper.channel.Calls;
import dev.loper.channel.Calls.End;
import dev.loper.channel.Calls.Outgoing;
import dev.loper.channel.twilio.TwilioCall;
import dev.loper.channel.twilio.TwilioForm;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The way of a call that we place: our colleague's phone rings, they press a key, the customer's phone rings.
///
/// Without the key nobody is rung: the colleague's voicemail picks up too, and presses none.
@Component
class PlacedSteps {

    private final Calls calls;

    PlacedSteps(Calls calls) {
        this.calls = calls;
    }

    String step(TwilioCall call, Set<String> over) {
        TwilioForm form = call.form();
        if (call.has("ParentCallSid")) {
            return leg(call);
        }
        if (call.has("DialCallStatus")) {
            return dialled(call);
        }
        if (over.contains(form.get("CallStatus"))) {
            calls.end(call.id(), End.HUNG_UP, null);
            return VoiceTwiml.EMPTY;
        }
        return calls.outgoing(call.id()).map(outgoing -> there(call, outgoing)).orElseGet(VoiceTwiml::end);
    }

    /// The colleague is there, or their voicemail.
    private String there(TwilioCall call, Outgoing outgoing) {
        VoiceTwiml twiml = twiml(call, outgoing.language());
        if (!call.has("Digits") || call.form().get("Digits").isBlank()) {
            return twiml.askForKey(VoicePlacing.query(call.id()));
        }
        calls.reach(call.id());
        return twiml.reach(outgoing.number(), VoicePlacing.query(call.id()));
    }

    /// The customer picked up: their leg tells it under an id of its own.
    private String leg(TwilioCall call) {
        String status = call.form().get("CallStatus");
        if (status.equals("in-progress") || status.equals("answered")) {
            calls.answer(call.id(), null);
        }
        return VoiceTwiml.EMPTY;
    }

    /// What became of the customer's phone.
    private String dialled(TwilioCall call) {
        String status = call.form().get("DialCallStatus");
        Optional<Outgoing> outgoing = calls.outgoing(call.id());
        if (status.equals("completed") || status.equals("answered")) {
            calls.answer(call.id(), null);
            calls.end(call.id(), End.HUNG_UP, seconds(call));
            return VoiceTwiml.end();
        }
        calls.end(call.id(), End.HUNG_UP, null);
        return twiml(call, outgoing.map(Outgoing::language).orElse(null)).unreached();
    }

    private static @Nullable Duration seconds(TwilioCall call) {
        return call.has("DialCallDuration") ? Duration.ofSeconds(call.form().number("DialCallDuration")) : null;
    }

    private static VoiceTwiml twiml(TwilioCall call, @Nullable String language) {
        return new VoiceTwiml(call.account(), VoiceWords.in(language, call.account().voice().language()));
    }
}
