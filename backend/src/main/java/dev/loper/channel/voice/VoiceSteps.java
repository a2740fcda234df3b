package dev.loper.channel.voice;

import dev.loper.channel.Calls;
import dev.loper.channel.Calls.Caller;
import dev.loper.channel.Calls.End;
import dev.loper.channel.Calls.Rung;
import dev.loper.channel.SpokenCodes;
import dev.loper.channel.SpokenCodes.Heard;
import dev.loper.channel.twilio.TwilioAccount;
import dev.loper.channel.twilio.TwilioCall;
import dev.loper.channel.twilio.TwilioForm;
import dev.loper.channel.twilio.TwilioVoice;
import dev.loper.channel.twilio.TwilioWebhook;
import dev.loper.message.ChannelAddress.Phone;
import dev.loper.message.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The way of a call, from the greeting to the end. What a request is about, its parameters say, so any of them may come
/// again, or late.
@Component
class VoiceSteps implements TwilioVoice {

    private static final Set<String> OVER = Set.of("completed", "busy", "no-answer", "failed", "canceled");
    private static final int STRANGERS_PATIENCE = 6;
    private static final int PATIENCE = 3;

    private final VoiceGateway intake;
    private final Calls calls;
    private final VoiceRecordings recordings;
    private final PlacedSteps placed;
    private final ObjectProvider<SpokenCodes> codes;

    VoiceSteps(VoiceGateway intake, Calls calls, VoiceRecordings recordings, PlacedSteps placed,
            ObjectProvider<SpokenCodes> codes) {
        this.intake = intake;
        this.calls = calls;
        this.recordings = recordings;
        this.placed = placed;
        this.codes = codes;
    }

    @Override
    public String step(TwilioCall call) {
        TwilioForm form = call.form();
        if (call.isPlaced()) {
            return placed.step(call, OVER);
        }
        if (call.has("RecordingStatus")) {
            recordings.keep(call);
            return VoiceTwiml.EMPTY;
        }
        if (call.has("ParentCallSid")) {
            return leg(call);
        }
        if (call.has("RecordingSid")) {
            return message(call);
        }
        if (call.has("DialCallStatus")) {
            return dialled(call);
        }
        return OVER.contains(form.get("CallStatus")) ? over(call) : heard(call);
    }

    @Override
    public boolean isHeard(TwilioCall call) {
        return !call.has("RecordingStatus") && !call.has("ParentCallSid")
                && !OVER.contains(call.form().get("CallStatus"));
    }

    @Override
    public String away(TwilioAccount account) {
        return usual(account).sayAndEnd(words(account, null).say("away"));
    }

    /// Whose number it is, it does not say: anybody can show any.
    @Override
    public String refused(TwilioAccount account) {
        return usual(account).sayAndEnd(words(account, null).say("refused"));
    }

    @Override
    public String failed(TwilioAccount account) {
        return usual(account).sayAndEnd(words(account, null).say("failed"));
    }

    private String heard(TwilioCall call) {
        Caller caller = begin(call);
        if (call.asked("step").equals("connect")) {
            return connect(call, caller, List.of());
        }
        return call.has("Digits") ? keyed(call, caller) : greet(call, caller);
    }

    private Caller begin(TwilioCall call) {
        intake.receive(new TwilioWebhook(call.account(), call.form(), null));
        return calls.begin(call.id());
    }

    private String greet(TwilioCall call, Caller caller) {
        VoiceWords words = words(call.account(), caller.language());
        String greeting = words.greeting(caller.known() ? "greeting.known" : "greeting", call.account().brand())
                + (call.account().voice().record() ? " " + words.say("recorded") : "");
        if (codes.stream().findAny().isEmpty()) {
            return connect(call, caller, List.of(greeting));
        }
        return new VoiceTwiml(call.account(), words).askForCode(
                greeting + " " + words.say(caller.known() ? "code.known" : "code"),
                caller.known() ? PATIENCE : STRANGERS_PATIENCE);
    }

    private String keyed(TwilioCall call, Caller caller) {
        SpokenCodes known = codes.getIfAvailable();
        String digits = call.form().get("Digits");
        if (known == null || digits.isBlank()) {
            return connect(call, caller, List.of());
        }
        VoiceWords words = words(call.account(), caller.language());
        Phone from = VoiceNumbers.read(call.form().require("From"), call.id().id());
        return switch (known.tell(call.account().id(), call.id().id(), from, digits)) {
            case Heard.Known whose -> recognised(call, whose);
            case Heard.Wrong wrong -> new VoiceTwiml(call.account(), words).askForCode(words.say("code.wrong",
                    wrong.triesLeft()), STRANGERS_PATIENCE);
            case Heard.Exhausted exhausted -> connect(call, caller, List.of(words.say("code.exhausted")));
        };
    }

    private String recognised(TwilioCall call, Heard.Known whose) {
        calls.recognise(call.id(), whose);
        Caller caller = calls.begin(call.id());
        VoiceWords words = words(call.account(), whose.language());
        String title = caller.title();
        return connect(call, new Caller(true, whose.language(), title), List.of(title == null || title.isBlank()
                ? words.say("code.right")
                : words.say("code.right.matter", title)));
    }

    /// Lets somebody's phone ring, or takes a message.
    private String connect(TwilioCall call, Caller caller, List<String> first) {
        VoiceWords words = words(call.account(), caller.language());
        VoiceTwiml twiml = new VoiceTwiml(call.account(), words);
        List<String> sentences = new ArrayList<>(first);
        return switch (calls.ring(call.id())) {
            case Rung.At at -> {
                sentences.add(words.say("connecting"));
                yield twiml.ring(sentences, at, callerId(call));
            }
            case Rung.Nobody nobody -> {
                sentences.add(absence(words, nobody));
                sentences.add(words.say("message"));
                yield twiml.takeMessage(sentences);
            }
        };
    }

    private static String absence(VoiceWords words, Rung.Nobody nobody) {
        if (nobody.open()) {
            return words.say("nobody.busy");
        }
        return nobody.opens() == null
                ? words.say("nobody.closed")
                : words.say("nobody.closed.until", words.moment(nobody.opens()));
    }

    private static String callerId(TwilioCall call) {
        Phone from = VoiceNumbers.read(call.form().require("From"), call.id().id());
        return VoiceNumbers.isKnown(from) ? from.value() : call.account().number();
    }

    /// What became of a colleague's phone.
    private String dialled(TwilioCall call) {
        Caller caller = begin(call);
        String status = call.form().get("DialCallStatus");
        if (status.equals("completed") || status.equals("answered")) {
            calls.answer(call.id(), person(call));
            calls.end(call.id(), End.HUNG_UP, seconds(call, "DialCallDuration"));
            return VoiceTwiml.end();
        }
        calls.pass(call.id(), person(call));
        return OVER.contains(call.form().get("CallStatus"))
                ? over(call)
                : connect(call, caller, List.of(words(call.account(), caller.language()).say("next")));
    }

    /// A colleague picked up: the leg to them tells it under an id of its own.
    private String leg(TwilioCall call) {
        String status = call.form().get("CallStatus");
        if (status.equals("in-progress") || status.equals("answered")) {
            calls.answer(new Calls.Call(call.account().id(), call.form().get("ParentCallSid")), person(call));
        }
        return VoiceTwiml.EMPTY;
    }

    private String message(TwilioCall call) {
        Caller caller = begin(call);
        Duration length = seconds(call, "RecordingDuration");
        boolean silent = length != null && length.isZero();
        calls.end(call.id(), silent ? End.HUNG_UP : End.VOICEMAIL, silent ? null : length);
        if (!silent) {
            recordings.keepIfThere(call);
        }
        VoiceWords words = words(call.account(), caller.language());
        return new VoiceTwiml(call.account(), words).sayAndEnd(words.say(silent ? "no-message" : "thanks"));
    }

    /// Nobody listens any more. A call that could not be stored when it came in is stored now.
    private String over(TwilioCall call) {
        if (!call.form().get("Direction").startsWith("outbound")) {
            begin(call);
            calls.end(call.id(), End.HUNG_UP, null);
        }
        return VoiceTwiml.EMPTY;
    }

    private static @Nullable PersonId person(TwilioCall call) {
        String id = call.asked("person");
        return id.isEmpty() ? null : new PersonId(id);
    }

    private static @Nullable Duration seconds(TwilioCall call, String name) {
        return call.has(name) ? Duration.ofSeconds(call.form().number(name)) : null;
    }

    private static VoiceWords words(TwilioAccount account, @Nullable String language) {
        return VoiceWords.in(language, account.voice().language());
    }

    private static VoiceTwiml usual(TwilioAccount account) {
        return new VoiceTwiml(account, words(account, null));
    }
}
