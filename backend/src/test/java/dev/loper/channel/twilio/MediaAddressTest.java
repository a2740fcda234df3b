package dev.loper.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where credentials may be sent and files come from, without a sandbox.
class MediaAddressTest {

    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
    private static final URI ASKED = URI.create("https://api.twilio.com" + PATH);

    @ParameterizedTest
    @ValueSource(strings = {"https://api.twilio.com" + PATH, "https://api.dublin.ie1.twilio.com" + PATH,
            "https://api.twilio.com:443" + PATH})
    void twiliosOwnAddressIsAsked(String url) {
        assertThat(MediaAddress.first(url, "AC1", null)).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.twilio.com" + PATH, "https://api.twilio.com.evil.example" + PATH,
            "https://evilapi.twilio.com" + PATH, "https://api.twilio.com@evil.example" + PATH,
            "https://evil@api.twilio.com" + PATH, "https://api.twilio.com:8443" + PATH,
            "https://127.0.0.1" + PATH, "https://api.twilio.com/2010-04-01/Accounts/AC2/Messages/MM1/Media/ME1",
            "https://api.twilio.com/2010-04-01/Accounts/AC1/../AC2/Messages/MM1/Media/ME1",
            "https://api.twilio.com" + PATH + "/../../../../Keys", "file://" + PATH, PATH, "", "::",
            "http://localhost:9090" + PATH})
    void noOtherAddressIsAsked(String url) {
        assertThat(MediaAddress.first(url, "AC1", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mms.twiliocdn.com/AC1/x", "https://media.twiliocdn.com/AC1/x?Expires=1",
            "https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/x"})
    void aRedirectToTwiliosContentNetworkIsFollowed(String url) {
        assertThat(MediaAddress.next(ASKED, url, null)).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mms.twiliocdn.com/x", "https://twiliocdn.com.evil.example/x",
            "https://s3-external-1.amazonaws.com/other-bucket/x", "https://10.0.0.1/x", "/relative", ""})
    void aRedirectElsewhereIsNot(String url) {
        assertThat(MediaAddress.next(ASKED, url, null)).isNull();
    }

    @Test
    void theSandboxTakesTwiliosPlace() {
        URI sandbox = URI.create("http://localhost:9090");
        assertThat(MediaAddress.first(ASKED.toString(), "AC1", sandbox)).isEqualTo(URI.create(sandbox + PATH));
        assertThat(MediaAddress.first("http://localhost:9091" + PATH, "AC1", sandbox)).isNull();
        assertThat(MediaAddress.next(ASKED, "https://mms.twiliocdn.com/x", sandbox)).isNull();
    }
}
