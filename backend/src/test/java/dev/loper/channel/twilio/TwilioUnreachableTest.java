package dev.loper.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.exception.ApiException;
import dev.loper.channel.SendResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which broken lines mean "not sent", and which mean "nobody knows".
class TwilioUnreachableTest {

    @ParameterizedTest
    @MethodSource
    void withoutAConnectionNothingWasSent(IOException cause) {
        assertThat(TwilioOutcomes.of(new ApiException("no", cause))).isInstanceOf(SendResult.Retry.class);
    }

    static Stream<IOException> withoutAConnectionNothingWasSent() {
        return Stream.of(new ConnectException(), new UnknownHostException());
    }

    @ParameterizedTest
    @MethodSource
    void onceConnectedNobodyKnows(IOException cause) {
        assertThat(TwilioOutcomes.of(new ApiException("no", cause))).isInstanceOf(SendResult.Unconfirmed.class);
    }

    static Stream<IOException> onceConnectedNobodyKnows() {
        return Stream.of(new SocketTimeoutException(), new NoHttpResponseException("no"), new IOException("reset"));
    }
}
