package dev.loper.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import dev.loper.channel.SendResult;
import dev.loper.message.Delivery;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/// What became of a send, from what Twilio answered or did not answer.
final class TwilioOutcomes {

    private TwilioOutcomes() {}

    /// A message that Twilio has.
    static SendResult of(Message message) {
        Delivery state = TwilioStatuses.delivery(String.valueOf(message.getStatus()));
        if (state == Delivery.FAILED) {
            return new SendResult.Failed(TwilioErrors.sentence(message.getErrorCode()));
        }
        return new SendResult.Sent(message.getSid(), state == null ? Delivery.SENT : state);
    }

    /// 429, 500 and 503 are Twilio's word that it did nothing; 502 and 504 come from something between that cannot know.
    static SendResult of(TwilioUnavailableException unavailable) {
        return unavailable.isFromBetween()
                ? new SendResult.Unconfirmed("The line to Twilio broke after the message was handed over.")
                : new SendResult.Retry("Twilio cannot take it now (" + unavailable.status() + ").",
                        unavailable.retryAfter());
    }

    static SendResult of(ApiException failure) {
        if (failure.getStatusCode() != null) {
            return new SendResult.Failed(TwilioErrors.sentence(failure.getCode()));
        }
        return isBeforeWriting(failure.getCause())
                ? new SendResult.Retry("Twilio cannot be reached.", null)
                : new SendResult.Unconfirmed("The line to Twilio broke after the message was handed over.");
    }

    /// Whether the request cannot have left: there was no connection yet.
    private static boolean isBeforeWriting(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException;
    }
}
