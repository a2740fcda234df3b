package dev.loper.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioWebTest;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way of a WhatsApp message, from Twilio's webhook to the intake.
class WhatsAppInboundTest extends TwilioWebTest {

    private static final String PATH = "/hooks/twilio/whatsapp-main/message";
    private static final String MEDIA = "/2010-04-01/Accounts/" + SID + "/Messages/MM1/Media/ME1";
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Test
    void aMessageIsHandedInWithWhoWroteWhat() {
        post(PATH, message());
        ChannelMessage message = only();
        assertThat(message.channel()).isEqualTo(ChannelKind.WHATSAPP);
        assertThat(message.from()).isEqualTo(new ChannelAddress.WhatsApp("+31612345678"));
        assertThat(message.fromName()).isEqualTo("Ada 🌷");
        assertThat(message.text()).isEqualTo("Is mijn pakje er al?");
        assertThat(message.hints().references()).isEmpty();
    }

    @Test
    void aNumberWrittenAsTheNetworkDoesIsKeptAsPeopleDo() {
        post(PATH, message("From", "whatsapp:+5215512345678"));
        assertThat(only().from()).isEqualTo(new ChannelAddress.WhatsApp("+525512345678"));
    }

    @Test
    void aQuotedMessageIsAReference() {
        post(PATH, message("OriginalRepliedMessageSid", "SM77"));
        assertThat(only().hints().references()).containsExactly("SM77");
    }

    @Test
    void aBusinessScopedUserIdInFromIsAnIdentityOfItsOwn() {
        post(PATH, message("From", "whatsapp:NL.1502576394655843"));
        assertThat(only().from()).isEqualTo(new ChannelAddress.WhatsApp("NL.1502576394655843"));
    }

    @Test
    void whereThereIsNoNumberTheExternalUserIdIsTheIdentity() {
        Map<String, String> form = message("ExternalUserId", "US.ENT.11815799212886844830");
        form.put("From", "whatsapp:");
        post(PATH, form);
        assertThat(only().from()).isEqualTo(new ChannelAddress.WhatsApp("US.ENT.11815799212886844830"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+31612345678abc", "whatsapp:", "whatsapp:../../x", "whatsapp:NL.", "whatsapp:nl.1"})
    void aSenderThatIsNobodyBecomesADeadLetter(String from) {
        assertThat(post(PATH, message("From", from)).statusCode()).isEqualTo(200);
        assertThat(intake.stored()).isEmpty();
        assertThat(deadLetters.kept()).hasSize(1);
    }

    @Test
    void aSharedPlaceIsWrittenOut() {
        Map<String, String> form = message("Body", "");
        form.putAll(Map.of("Latitude", "52.3676", "Longitude", "4.9041", "Label", "Dam"));
        post(PATH, form);
        assertThat(only().text()).isEqualTo("📍 Dam, 52.3676, 4.9041");
    }

    @Test
    void aPictureIsFetchedWithOurCredentialsAndTypedByItsContent() throws IOException {
        twilio.answer(asked -> new Answer(200, Map.of("Content-Type", "text/html"), PNG));
        post(PATH, picture("https://api.twilio.com" + MEDIA));
        Attachment file = only().attachments().getFirst();
        assertThat(file.type()).isEqualTo("image/png");
        assertThat(file.size()).isEqualTo(PNG.length);
        assertThat(blobs.open(file.id()).readAllBytes()).isEqualTo(PNG);
        assertThat(twilio.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo(MEDIA);
            assertThat(asked.authorization()).isEqualTo("Basic " + Base64.getEncoder().encodeToString((SID + ":"
                    + TOKEN).getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void aRedirectIsFollowedWithoutOurCredentials() {
        twilio.answer(asked -> asked.path().equals(MEDIA)
                ? Answer.status(307).with("Location", "/elsewhere/file")
                : new Answer(200, Map.of(), PNG));
        post(PATH, picture(twilio.url() + MEDIA));
        assertThat(only().attachments().getFirst().type()).isEqualTo("image/png");
        assertThat(only().attachments().getFirst().name()).isEqualTo("picture-1.png");
        assertThat(twilio.asked().getLast().path()).isEqualTo("/elsewhere/file");
        assertThat(twilio.asked().getLast().authorization()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "http://localhost:1/x", "file:///etc/passwd",
            "http://api.twilio.com@localhost/x"})
    void aRedirectToElsewhereIsNotFollowed(String location) {
        twilio.answer(asked -> Answer.status(302).with("Location", location));
        post(PATH, picture(twilio.url() + MEDIA));
        assertThat(twilio.asked()).hasSize(1);
        assertNoted("unknown address");
    }

    @Test
    void aFileThatCannotBeHadLeavesANoteAndTheWords() {
        twilio.answer(asked -> Answer.status(404));
        assertThat(post(PATH, picture(twilio.url() + MEDIA)).statusCode()).isEqualTo(200);
        assertNoted("Twilio answered 404.");
    }

    @Test
    void aFileTooLargeLeavesANote() {
        twilio.answer(asked -> new Answer(200, Map.of(), new byte[26 * 1024 * 1024]));
        post(PATH, picture(twilio.url() + MEDIA));
        assertNoted("larger than 25 MB");
    }

    @Test
    void theFilesOfARepeatAreNotKeptTwice() {
        twilio.answer(asked -> new Answer(200, Map.of(), PNG));
        post(PATH, picture(twilio.url() + MEDIA));
        post(PATH, picture(twilio.url() + MEDIA));
        assertThat(only().attachments()).hasSize(1);
        assertThat(blobs.size()).isEqualTo(1);
    }

    private void assertNoted(String why) {
        assertThat(only().text()).isEqualTo("Is mijn pakje er al?");
        assertThat(only().attachments()).singleElement().satisfies(note -> {
            assertThat(note.name()).isEqualTo("picture-1 could not be fetched.txt");
            assertThat(new String(blobs.open(note.id()).readAllBytes(), StandardCharsets.UTF_8)).contains(why);
        });
    }

    private ChannelMessage only() {
        assertThat(intake.stored()).hasSize(1);
        return intake.stored().getFirst();
    }

    private static Map<String, String> picture(String url) {
        Map<String, String> form = message("NumMedia", "1");
        form.put("MediaUrl0", url);
        form.put("MediaContentType0", "image/jpeg");
        return form;
    }

    private static Map<String, String> message() {
        return new HashMap<>(Map.of("MessageSid", "SM1", "AccountSid", SID, "From", "whatsapp:+31612345678", "To",
                "whatsapp:+3197010280002", "WaId", "31612345678", "ProfileName", "Ada 🌷", "Body",
                "Is mijn pakje er al?", "NumMedia", "0"));
    }

    private static Map<String, String> message(String name, String value) {
        Map<String, String> form = message();
        form.put(name, value);
        return form;
    }
}
