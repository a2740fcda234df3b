package dev.loper.channel.voice;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import dev.loper.channel.Calls;
import dev.loper.channel.twilio.TwilioAccount;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What Twilio is told to do next in a call of one number, in one language.
///
/// See https://www.twilio.com/docs/voice/twiml
final class VoiceTwiml {

    static final String EMPTY = new VoiceResponse.Builder().build().toXml();

    private static final int DIGITS = 6;
    private static final int LONGEST_CALL = 4 * 60 * 60;
    private static final int SILENCE = 5;
    private static final int KEY = 10;
    private static final int CUSTOMER_RINGS = 40;

    private final TwilioAccount account;
    private final VoiceWords words;

    VoiceTwiml(TwilioAccount account, VoiceWords words) {
        this.account = account;
        this.words = words;
    }

    /// Says something while a code may be keyed in; whoever keys in nothing is connected.
    ///
    /// @param patience seconds to wait for a key
    String askForCode(String sentence, int patience) {
        Gather gather = new Gather.Builder().inputs(Gather.Input.DTMF).numDigits(DIGITS).timeout(
                patience).finishOnKey("#").action(account.voiceUrl("")).method(HttpMethod.POST).say(say(
                        sentence)).build();
        Redirect on = new Redirect.Builder(account.voiceUrl("step=connect")).method(HttpMethod.POST).build();
        return new VoiceResponse.Builder().gather(gather).redirect(on).build().toXml();
    }

    /// Says something and lets a colleague's phone ring.
    ///
    /// @param callerId what that phone shows: the caller's number, or ours if they withhold it
    String ring(List<String> sentences, Calls.Rung.At at, String callerId) {
        URI next = account.voiceUrl("person=" + URLEncoder.encode(at.person().value(), StandardCharsets.UTF_8));
        Number number = new Number.Builder(at.number()).statusCallbackEvents(Number.Event.ANSWERED).statusCallback(
                next).statusCallbackMethod(HttpMethod.POST).build();
        Dial.Builder dial = new Dial.Builder().number(number).action(next).method(HttpMethod.POST).timeout(
                (int) account.voice().ring().toSeconds()).timeLimit(LONGEST_CALL).answerOnBridge(true).callerId(
                        callerId);
        if (account.voice().record()) {
            dial.record(Dial.Record.RECORD_FROM_ANSWER).recordingStatusCallback(
                    account.voiceUrl("")).recordingStatusCallbackMethod(HttpMethod.POST);
        }
        return saying(sentences).dial(dial.build()).build().toXml();
    }

    /// Asks a colleague whom we called for a key, so that it is they who are there, and not their voicemail.
    ///
    /// @param query what the next step is to carry
    String askForKey(String query) {
        Gather gather = new Gather.Builder().inputs(Gather.Input.DTMF).numDigits(1).timeout(KEY).action(
                account.voiceUrl(query)).method(HttpMethod.POST).say(say(words.say("placed.key"))).build();
        return new VoiceResponse.Builder().gather(gather).say(say(words.say("placed.no-key"))).hangup(
                new Hangup.Builder().build()).build().toXml();
    }

    /// Lets the customer's phone ring, which shows our number.
    String reach(String customer, String query) {
        URI next = account.voiceUrl(query);
        Number number = new Number.Builder(customer).statusCallbackEvents(Number.Event.ANSWERED).statusCallback(
                next).statusCallbackMethod(HttpMethod.POST).build();
        Dial dial = new Dial.Builder().number(number).action(next).method(HttpMethod.POST).timeout(
                CUSTOMER_RINGS).timeLimit(LONGEST_CALL).callerId(account.number()).build();
        return saying(List.of(words.say("placed.ringing"))).dial(dial).build().toXml();
    }

    String unreached() {
        return sayAndEnd(words.say("placed.unreached"));
    }

    /// Says something and takes a message; whoever leaves none hears that we saw them call.
    String takeMessage(List<String> sentences) {
        Record record = new Record.Builder().action(account.voiceUrl("")).method(HttpMethod.POST).maxLength(
                (int) account.voice().message().toSeconds()).timeout(SILENCE).finishOnKey("#").playBeep(
                        true).recordingStatusCallback(account.voiceUrl("")).recordingStatusCallbackMethod(
                                HttpMethod.POST).recordingStatusCallbackEvents(
                                        Record.RecordingEvent.COMPLETED).build();
        return saying(sentences).record(record).say(say(words.say("no-message"))).hangup(
                new Hangup.Builder().build()).build().toXml();
    }

    String sayAndEnd(String sentence) {
        return saying(List.of(sentence)).hangup(new Hangup.Builder().build()).build().toXml();
    }

    static String end() {
        return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
    }

    private VoiceResponse.Builder saying(List<String> sentences) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        sentences.forEach(sentence -> response.say(say(sentence)));
        return response;
    }

    private Say say(String sentence) {
        return new Say.Builder(sentence).language(
                words.language().equals("nl") ? Say.Language.NL_NL : Say.Language.EN_GB).build();
    }
}
