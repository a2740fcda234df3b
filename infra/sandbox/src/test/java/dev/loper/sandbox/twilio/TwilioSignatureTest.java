package dev.loper.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/// The first vector stands in Twilio's security documentation; the second was computed with OpenSSL.
class TwilioSignatureTest {

    @Test
    void thePublishedVectorIsReproduced() {
        Map<String, String> form = Map.of("CallSid", "CA1234567890ABCDE", "Caller", "+14158675309", "Digits", "1234",
                "From", "+14158675309", "To", "+18005551212");

        assertThat(TwilioSignature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form)).isEqualTo(
                "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void lettersBeyondAsciiAreSignedAsUtf8() {
        Map<String, String> form = Map.of("Body", "Hé, één kleed +1 & 50%=goed", "From", "+31612345601", "MessageSid",
                "SM1", "ToAccount", "Z");

        assertThat(TwilioSignature.of("sandbox-auth-token",
                "https://loper.example/hooks/twilio/sms-main/message?a=1&b=2", form)).isEqualTo(
                        "3UWmwwH56BlMNY2Ja+t+eNqfPKM=");
    }

    @Test
    void theFragmentIsNotSigned() {
        Map<String, String> form = Map.of("A", "1");

        assertThat(TwilioSignature.of("k", "https://a.example/x#rc=5&rp=all", form)).isEqualTo(
                TwilioSignature.of("k", "https://a.example/x", form));
    }
}
