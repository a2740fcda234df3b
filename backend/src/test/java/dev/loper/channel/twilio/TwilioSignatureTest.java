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
    private static final String SIGNED = signature(PUBLIC + PATH, SMS, TOKEN);

    private boolean expectsMessage;

    @AfterEach
    void nothingElseWasStored() {
        assertThat(intake.messages()).hasSize(expectsMessage ? 1 : 0);
        assertThat(deadLetters.letters()).isEmpty();
    }

    @Test
    void aSignedMessageIsTaken() {
        expectsMessage = true;
        assertThat(post(PATH, encode(SMS), SIGNED).statusCode()).isEqualTo(200);
    }

    @Test
    void aSignedMessageOverAnAddressWithAQueryIsTaken() {
        expectsMessage = true;
        String signature = signature(PUBLIC + PATH + "?try=2", SMS, TOKEN);
        assertThat(post(PATH + "?try=2", encode(SMS), signature).statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryThatWasNotSignedIsRefused() {
        assertThat(post(PATH + "?Body=evil", encode(SMS), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aMissingSignatureIsRefused() {
        assertThat(send(request(PATH).POST(BodyPublishers.ofString(encode(SMS)))).statusCode()).isEqualTo(403);
    }

    @Test
    void anEmptySignatureIsRefused() {
        assertThat(post(PATH, encode(SMS), "").statusCode()).isEqualTo(403);
    }

    @Test
    void aWrongSignatureIsRefusedWithAProblemThatSaysWhatToCheck() {
        var answer = post(PATH, encode(SMS), "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("wrong-signature").contains("public URL");
    }

    @Test
    void anAlteredParameterIsRefused() {
        Map<String, String> altered = new HashMap<>(SMS);
        altered.put("From", "+31699999999");
        assertThat(post(PATH, encode(altered), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void anExtraParameterIsRefused() {
        assertThat(post(PATH, encode(SMS) + "&ProfileName=Boss", SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aMissingParameterIsRefused() {
        Map<String, String> fewer = new HashMap<>(SMS);
        fewer.remove("NumMedia");
        assertThat(post(PATH, encode(fewer), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aDuplicatedParameterIsRefusedWhicheverCopyIsTheSignedOne() {
        assertThat(post(PATH, encode(SMS) + "&Body=evil", SIGNED).statusCode()).isEqualTo(403);
        assertThat(post(PATH, "Body=evil&" + encode(SMS), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aParameterMovedIntoItsNeighboursNameIsRefused() {
        // "Body" + "Hello" and "BodyHello" + "" look alike to the signature; the fields that matter are then missing.
        Map<String, String> signed = Map.of("Body", "Hello", "From", "+31612345678");
        String signature = signature(PUBLIC + PATH, signed, TOKEN);
        assertThat(post(PATH, "BodyHelloFrom%2B31612345678=", signature).statusCode()).isEqualTo(200);
        assertThat(deadLetters.letters()).singleElement().satisfies(letter -> assertThat(letter.reason()).contains(
                "From"));
        deadLetters.reset();
    }

    @Test
    void theTokenOfAnotherAccountIsRefused() {
        String other = signature(PUBLIC + PATH, SMS, "another-token");
        assertThat(post(PATH, encode(SMS), other).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureForAnotherAccountsAddressIsRefused() {
        assertThat(post("/hooks/twilio/sms-other/message", encode(SMS), SIGNED).statusCode()).isEqualTo(403);
        assertThat(post("/hooks/twilio/whatsapp-main/message", encode(SMS), SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureForTheStatusAddressIsRefusedForMessages() {
        String status = signature(PUBLIC + "/hooks/twilio/sms-main/status", SMS, TOKEN);
        assertThat(post(PATH, encode(SMS), status).statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureMadeForHttpIsRefusedWhereTheWorldUsesHttps() {
        String http = signature("http://support.example.com" + PATH, SMS, TOKEN);
        assertThat(post(PATH, encode(SMS), http).statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheRequestClaimsAboutItsHostDoesNotMatter() {
        String evil = signature("https://evil.example" + PATH, SMS, TOKEN);
        var request = request(PATH).header("X-Twilio-Signature", evil).header("X-Forwarded-Host",
                "evil.example").header("X-Forwarded-Proto", "https").POST(BodyPublishers.ofString(encode(SMS)));
        assertThat(send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void aBrokenEncodingIsRefused() {
        assertThat(post(PATH, "Body=%ZZ%E2%82&From=%2B31", SIGNED).statusCode()).isEqualTo(403);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        var answer = post("/hooks/twilio/nobody/message", SMS);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("unknown-account");
    }

    @Test
    void aBodyThatAnnouncesToBeTooLargeIsRefusedBeforeItsSignatureIsLookedAt() {
        assertThat(post(PATH, "Body=" + "a".repeat(70_000), SIGNED).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatDoesNotAnnounceItsSizeIsReadNoFurtherThanTheLimit() {
        byte[] large = ("Body=" + "a".repeat(70_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request = request(PATH).header("X-Twilio-Signature", SIGNED).POST(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(large)));
        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void aGetOpensNothing() {
        assertThat(get(PATH).statusCode()).isEqualTo(405);
    }
}
