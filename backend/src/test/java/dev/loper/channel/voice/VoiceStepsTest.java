package dev.loper.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.Calls.Caller;
import dev.loper.channel.Calls.Rung;
import dev.loper.channel.RecordingCalls;
import dev.loper.channel.SpokenCodes;
import dev.loper.channel.SpokenCodes.Heard;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.channel.twilio.TwilioWorld;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The way of a call, from Twilio's webhooks to what callers hear. 482193 is Grace's code; three tries are allowed.
@Import(VoiceStepsTest.Codes.class)
class VoiceStepsTest extends TwilioWebTest {

    private static final String PATH = "/hooks/twilio/voice-main/voice";
    private static final Rung.At LOTTE = new Rung.At(new PersonId("lotte"), "+31612340001");
    private static final Rung.At BRAM = new Rung.At(new PersonId("bram"), "+31612340003");
    private static final Pattern ACTION = Pattern.compile(" action=\"([^\"]+)\"");

    @Autowired
    private RecordingCalls calls;
    @Autowired
    private Codes codes;

    @TestConfiguration
    static class Codes {

        private final List<String> tried = new ArrayList<>();

        @Bean
        SpokenCodes spokenCodes() {
            return (account, call, caller, digits) -> {
                if (!tried.contains(digits)) {
                    tried.add(digits);
                }
                if (digits.equals("482193")) {
                    return new Heard.Known(new CustomerId("c-grace"), new ConversationId("v-grace"),
                            new TopicId("t-lamp"), "nl");
                }
                int left = 3 - tried.indexOf(digits) - 1;
                return left > 0 ? new Heard.Wrong(left) : new Heard.Exhausted();
            };
        }
    }

    @BeforeEach
    void reset() {
        calls.reset();
        codes.tried.clear();
    }

    @Test
    void aCallIsHandedInWhenItComesInWithWhoCalls() {
        step(PATH, call());

        assertThat(intake.stored()).singleElement().satisfies(call -> {
            assertThat(call.channel()).isEqualTo(ChannelKind.VOICE);
            assertThat(call.providerId()).isEqualTo("CA1");
            assertThat(call.from()).isEqualTo(new ChannelAddress.Phone("+31612345678"));
            assertThat(call.level()).isEqualTo(Level.OBSERVED);
            assertThat(call.text()).isEmpty();
        });
    }

    @Test
    void everyStepOfACallIsOneEntry() {
        calls.phones(LOTTE);
        step(PATH, call());
        step(PATH, call());
        step(PATH, call("Digits", "111111"));
        step(PATH, call("DialCallStatus", "completed", "DialCallDuration", "61"));
        step("/hooks/twilio/voice-main/status", call("CallStatus", "completed", "CallDuration", "70"));

        assertThat(intake.stored()).hasSize(1);
    }

    @Test
    void aStrangerIsAskedForACodeAndConnectedWithoutOne() {
        calls.phones(LOTTE);
        String greeting = step(PATH, call());
        assertThat(greeting).contains("<Gather", "numDigits=\"6\"", "Welcome to Veldhuis Wonen.", "six digits");

        String connected = step(PATH + "?step=connect", call());
        assertThat(connected).contains("<Dial", "+31612340001", "answerOnBridge=\"true\"", "timeout=\"20\"");
    }

    @Test
    void aKnownNumberIsGreetedInItsLanguageAndNothingIsRevealed() {
        calls.caller(new Caller(true, "nl", null));
        String greeting = step(PATH, call());

        assertThat(greeting).contains("Welkom terug bij Veldhuis Wonen. We kennen uw nummer.", "nl-NL").doesNotContain(
                "lamp");
    }

    @Test
    void aRightCodeNamesTheMatterInTheCustomersLanguageAndConnects() {
        calls.phones(LOTTE);
        String connected = step(PATH, call("Digits", "482193"));

        assertThat(calls.told()).containsExactly("CA1 is c-grace");
        assertThat(connected).contains("We gaan verder waar we gebleven waren: The lamp.", "<Dial");
    }

    @Test
    void aWrongCodeMayBeTriedAgainUntilItMayNot() {
        calls.phones(LOTTE);
        assertThat(step(PATH, call("Digits", "111111"))).contains("2 more tries", "<Gather");
        assertThat(step(PATH, call("Digits", "222222"))).contains("one more try", "<Gather");
        assertThat(step(PATH, call("Digits", "333333"))).contains("go on without it", "<Dial").doesNotContain(
                "<Gather");
    }

    @Test
    void theDigitsAreNeitherStoredNorSaid() {
        String answer = step(PATH, call("Digits", "111111"));

        assertThat(answer).doesNotContain("111111");
        assertThat(intake.stored().toString()).doesNotContain("111111");
    }

    @Test
    void whoKeysInNothingIsConnected() {
        calls.phones(LOTTE);
        assertThat(step(PATH, call("Digits", ""))).contains("<Dial");
    }

    @Test
    void whoeverDoesNotPickUpIsPassedAndTheNextPhoneRings() {
        calls.phones(LOTTE, BRAM);
        String first = step(PATH + "?step=connect", call());
        String second = step(action(first), call("DialCallStatus", "no-answer"));

        assertThat(second).contains("+31612340003");
        assertThat(calls.told()).containsExactly("CA1 passed by lotte");
        assertThat(step(action(first), call("DialCallStatus", "no-answer"))).contains("+31612340003");
    }

    @Test
    void nobodyFreeMeansAMessage() {
        String answer = step(PATH + "?step=connect", call());

        assertThat(answer).contains("speaking with somebody", "<Record", "maxLength=\"180\"").doesNotContain("<Dial");
    }

    @Test
    void outOfHoursTheCallerHearsWhenWeOpen() {
        calls.nobody(new Rung.Nobody(false, ZonedDateTime.parse("2026-11-30T09:00:00+01:00[Europe/Amsterdam]")));

        assertThat(step(PATH + "?step=connect", call())).contains("open again on Monday 9:00", "<Record");
    }

    @Test
    void aCallThatWasAnsweredEndsWithItsLength() {
        calls.phones(LOTTE);
        String dial = step(PATH + "?step=connect", call());
        step(action(dial), leg("in-progress"));
        String end = step(action(dial), call("DialCallStatus", "completed", "DialCallDuration", "61"));

        assertThat(end).contains("<Hangup/>");
        assertThat(calls.told()).containsExactly("CA1 answered by lotte", "CA1 answered by lotte",
                "CA1 ended HUNG_UP 61");
    }

    @Test
    void whoHangsUpWhileItRingsIsMissed() {
        calls.phones(LOTTE, BRAM);
        String dial = step(PATH + "?step=connect", call());
        String end = step(action(dial), call("DialCallStatus", "canceled", "CallStatus", "completed"));

        assertThat(end).doesNotContain("<Dial");
        assertThat(calls.told()).containsExactly("CA1 passed by lotte", "CA1 ended HUNG_UP");
    }

    @Test
    void whoHangsUpBeforeWeStoredTheCallIsMissedAllTheSame() {
        step("/hooks/twilio/voice-main/status", call("CallStatus", "completed"));

        assertThat(intake.stored()).hasSize(1);
        assertThat(calls.told()).containsExactly("CA1 ended HUNG_UP");
    }

    @Test
    void aMessageIsKeptWithItsRecording() {
        recordingIsThere();
        String thanks = step(PATH, recorded("RecordingDuration", "12", "Digits", "hangup"));

        assertThat(thanks).contains("We call you back");
        assertThat(calls.told()).containsExactly("CA1 ended VOICEMAIL 12");
        assertThat(calls.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("recording.mp3");
            assertThat(file.type()).isEqualTo("audio/mpeg");
        });
    }

    @Test
    void aRecordingThatIsNotReadyIsFetchedWhenTwilioSaysSoAndOnlyOnce() {
        step(PATH, recorded("RecordingDuration", "12"));
        assertThat(calls.files()).isEmpty();

        recordingIsThere();
        step(PATH, recorded("RecordingStatus", "completed"));
        step(PATH, recorded("RecordingStatus", "completed"));

        assertThat(calls.files()).hasSize(1);
        assertThat(blobs.size()).isEqualTo(1);
    }

    @Test
    void aRecordingThatCannotBeHadLeavesANoteThatSaysWhereItIs() {
        step(PATH, recorded("RecordingStatus", "completed"));

        assertThat(calls.files()).singleElement().satisfies(
                file -> assertThat(file.name()).isEqualTo("recording could not be fetched.txt"));
    }

    @Test
    void aRecordingAtAnotherAddressIsNotAskedFor() {
        recordingIsThere();
        step(PATH, call("RecordingStatus", "completed", "RecordingSid", "RE1", "RecordingUrl",
                "http://169.254.169.254/2010-04-01/Accounts/" + SID + "/Recordings/RE1"));

        assertThat(twilio.asked()).isEmpty();
        assertThat(calls.files()).singleElement().satisfies(
                file -> assertThat(file.name()).startsWith("recording could not"));
    }

    @Test
    void aSilentMessageIsAMissedCall() {
        step(PATH, recorded("RecordingDuration", "0"));

        assertThat(calls.told()).containsExactly("CA1 ended HUNG_UP");
    }

    @Test
    void whileTheStoreIsAwayCallersAreAskedToCallAgain() {
        intake.goAway();
        var answer = post(PATH, call());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Please call again in a few minutes", "<Hangup/>");
    }

    @Test
    void whileTheStoreIsAwayWhatOnlyTellsIsToldAgain() {
        intake.goAway();
        var answer = post("/hooks/twilio/voice-main/status", call("CallStatus", "completed"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
    }

    @Test
    void aCallFromANumberOfOurOwnPeopleIsRefusedAndOneLetterWhateverItsSteps() {
        intake.owns(new ChannelAddress.Phone("+31612345678"));
        assertThat(step(PATH, call())).contains("We cannot take a call from this number.", "<Hangup/>").doesNotContain(
                "<Gather", "<Dial");
        assertThat(step(PATH, call("Digits", "482193"))).contains("We cannot take a call").doesNotContain("The lamp");
        step("/hooks/twilio/voice-main/status", call("CallStatus", "completed"));

        assertThat(codes.tried).isEmpty();
        assertThat(calls.told()).isEmpty();
        assertThat(deadLetters.kept()).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.providerId()).isEqualTo("CA1");
            assertThat(letter.reason()).contains("an address of our own");
        });
    }

    @Test
    void whoWithholdsTheirNumberIsNobodyElse() {
        step(PATH, call("From", "anonymous"));
        step(PATH, call("From", "+266696687", "CallSid", "CA000000002"));

        assertThat(intake.stored()).hasSize(2).allSatisfy(
                call -> assertThat(call.level()).isEqualTo(Level.CLAIMED)).extracting(
                        call -> call.from().value()).doesNotHaveDuplicates().allSatisfy(
                                name -> assertThat(name).startsWith("withheld "));
    }

    @Test
    void aColleaguesPhoneShowsOurNumberForThem() {
        calls.phones(LOTTE);
        assertThat(step(PATH + "?step=connect", call("From", "anonymous"))).contains("callerId=\"+3197010280003\"");
    }

    @Test
    void anUnsignedStepIsRefused() {
        assertThat(world.post(PATH, TwilioWorld.encode(call()), "AAAAAAAAAAAAAAAAAAAAAAAAAAA=").statusCode()).isEqualTo(
                403);
        assertThat(intake.stored()).isEmpty();
    }

    @Test
    void whoIsRungCannotBeChangedInTheAddress() {
        String signature = TwilioWorld.signature(PUBLIC + PATH + "?person=lotte", call(), TOKEN);
        assertThat(world.post(PATH + "?person=bram", TwilioWorld.encode(call()), signature).statusCode()).isEqualTo(
                403);
    }

    @Test
    void aCallAndAMessageHaveDoorsOfTheirOwn() {
        assertThat(post("/hooks/twilio/voice-main/message", call()).statusCode()).isEqualTo(404);
        assertThat(post("/hooks/twilio/sms-main/voice", call()).statusCode()).isEqualTo(404);
        assertThat(post("/hooks/twilio/nobody/voice", call()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() {
        assertThat(world.post(PATH, "Digits=" + "1".repeat(70_000), "x").statusCode()).isEqualTo(413);
    }

    private void recordingIsThere() {
        twilio.answer(asked -> asked.path().endsWith("/Recordings/RE1.mp3")
                ? new Answer(200, Map.of("Content-Type", "audio/mpeg"), new byte[]{'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0})
                : Answer.status(404));
    }

    private String step(String path, Map<String, String> form) {
        var answer = post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// The address of the next step, as the answer names it.
    private static String action(String twiml) {
        Matcher action = ACTION.matcher(twiml);
        assertThat(action.find()).as(twiml).isTrue();
        return action.group(1).replace("&amp;", "&").replaceFirst("#.*", "").replace(PUBLIC, "");
    }

    private static Map<String, String> call(String... changes) {
        Map<String, String> form = new HashMap<>(Map.of("CallSid", "CA1", "AccountSid", SID, "From", "+31612345678",
                "To", "+3197010280003", "CallStatus", "in-progress", "Direction", "inbound", "ApiVersion",
                "2010-04-01"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private static Map<String, String> leg(String status) {
        return call("CallSid", "CA2", "ParentCallSid", "CA1", "CallStatus", status, "Direction", "outbound-dial", "To",
                "+31612340001");
    }

    private static Map<String, String> recorded(String... changes) {
        Map<String, String> form = call("RecordingSid", "RE1", "RecordingUrl",
                "https://api.twilio.com/2010-04-01/Accounts/" + SID + "/Recordings/RE1");
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }
}
