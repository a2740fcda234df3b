package dev.loper.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may put a message in: only Twilio, only what it signed, only where it was sent.
class TwilioSignatureTest extends TwilioWebTest {

    private static final String PATH = "/hooks/twilio/sms-main/message";
    private static final Map<String, String> SMS = Map.of("MessageSid", "SM1", "From", "+31612345678", "To",
            "+3197010280001", "Body", "Where is my order? é+&=😀", "NumMedia", "0");
    private static final String SIGNED = TwilioWorld.signature(PUBLIC + PATH, SMS, TOKEN);

    private boolean expectsMessage;
    private boolean expectsDeadLetter;

    @AfterEach
    void nothingElseWasStored() {
        assertThat(intake.stored()).hasSize(expectsMessage ? 1 : 0);
        assertThat(deadLetters.kept()).hasSize(expectsDeadLetter ? 1 : 0);
    }

    @Test
    void aSignedMessageIsTaken() {
        expectsMessage = true;
        assertThat(world.post(PATH, TwilioWorld.encode(SMS), SIGNED).statusCode()).isEqualTo(200);
    }

    @Test
    void aSignedMessageOverAnAddressWithAQueryIsTaken() {
        expectsMessage = true;
        String signature = TwilioWorld.signature(PUBLIC + PATH + "?try=2", SMS, TOKEN);
        assertThat(world.post(PATH + "?try=2", TwilioWorld.encode(SMS), signature).statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryThatWasNotSignedIsRefused() {
        assertThat(world.post(PATH + "?Body=evil", TwilioWorld.encode(SMS), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aMissingSignatureIsRefused() {
        assertThat(TwilioWorld.send(
                world.request(PATH).POST(BodyPublishers.ofString(TwilioWorld.encode(SMS)))).statusCode()).isEqualTo(
                        403);
    }

    @Test
    void anEmptySignatureIsRefused() {
        assertThat(world.post(PATH, TwilioWorld.encode(SMS), "").statusCode()).isEqualTo(403);
    }

    @Test
    void aWrongSignatureIsRefusedWithAProblemThatSaysWhatToCheck() {
        var answer = world.post(PATH, TwilioWorld.encode(SMS), "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("wrong-signature").contains("public URL");
    }

    @Test
    void anAlteredParameterIsRefused() {
        Map<String, String> altered = new HashMap<>(SMS);
        altered.put("From", "+31699999999");
        assertThat(world.post(PATH, TwilioWorld.encode(altered), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void anExtraParameterIsRefused() {
        assertThat(world.post(PATH, TwilioWorld.encode(SMS) + "&ProfileName=Boss", SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aMissingParameterIsRefused() {
        Map<String, String> fewer = new HashMap<>(SMS);
        fewer.remove("NumMedia");
        assertThat(world.post(PATH, TwilioWorld.encode(fewer), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aDuplicatedParameterIsRefusedWhicheverCopyIsTheSignedOne() {
        assertThat(world.post(PATH, TwilioWorld.encode(SMS) + "&Body=evil", SIGNED).statusCode()).isEqualTo(403);
        assertThat(world.post(PATH, "Body=evil&" + TwilioWorld.encode(SMS), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aParameterMovedIntoItsNeighboursNameIsRefused() {
        // "Body" + "Hello" and "BodyHello" + "" look alike to the signature; the fields that matter are then missing.
        Map<String, String> signed = Map.of("Body", "Hello", "From", "+31612345678");
        String signature = TwilioWorld.signature(PUBLIC + PATH, signed, TOKEN);
        assertThat(world.post(PATH, "BodyHelloFrom%2B31612345678=", signature).statusCode()).isEqualTo(200);
        assertThat(deadLetters.kept()).singleElement().satisfies(letter -> assertThat(letter.reason()).contains(
                "From"));
        expectsDeadLetter = true;
    }

    @Test
    void theTokenOfAnotherAccountIsRefused() {
        String other = TwilioWorld.signature(PUBLIC + PATH, SMS, "another-token");
        assertThat(world.post(PATH, TwilioWorld.encode(SMS), other).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureForAnotherAccountsAddressIsRefused() {
        assertThat(
                world.post("/hooks/twilio/sms-other/message", TwilioWorld.encode(SMS), SIGNED).statusCode()).isEqualTo(
                        403);
        assertThat(world.post("/hooks/twilio/whatsapp-main/message", TwilioWorld.encode(SMS),
                SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureForTheStatusAddressIsRefusedForMessages() {
        String status = TwilioWorld.signature(PUBLIC + "/hooks/twilio/sms-main/status", SMS, TOKEN);
        assertThat(world.post(PATH, TwilioWorld.encode(SMS), status).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureMadeForHttpIsRefusedWhereTheWorldUsesHttps() {
        String http = TwilioWorld.signature("http://support.example.com" + PATH, SMS, TOKEN);
        assertThat(world.post(PATH, TwilioWorld.encode(SMS), http).statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheRequestClaimsAboutItsHostDoesNotMatter() {
        String evil = TwilioWorld.signature("https://evil.example" + PATH, SMS, TOKEN);
        var request = world.request(PATH).header("X-Twilio-Signature", evil).header("X-Forwarded-Host",
                "evil.example").header("X-Forwarded-Proto", "https").POST(
                        BodyPublishers.ofString(TwilioWorld.encode(SMS)));
        assertThat(TwilioWorld.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void aBrokenEncodingIsRefused() {
        assertThat(world.post(PATH, "Body=%ZZ%E2%82&From=%2B31", SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        var answer = post("/hooks/twilio/nobody/message", SMS);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("unknown-account");
    }

    @Test
    void aBodyThatAnnouncesToBeTooLargeIsRefusedBeforeItsSignatureIsLookedAt() {
        assertThat(world.post(PATH, "Body=" + "a".repeat(70_000), SIGNED).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatDoesNotAnnounceItsSizeIsReadNoFurtherThanTheLimit() {
        byte[] large = ("Body=" + "a".repeat(70_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request = world.request(PATH).header("X-Twilio-Signature", SIGNED).POST(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(large)));
        assertThat(TwilioWorld.send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void aGetOpensNothing() {
        assertThat(get(PATH).statusCode()).isEqualTo(405);
    }
}
