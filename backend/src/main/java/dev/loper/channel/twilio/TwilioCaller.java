package dev.loper.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import dev.loper.channel.PlacedCalls.Result;
import dev.loper.channel.SendResult;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/// Has Twilio ring a phone, once, and says whether it will.
///
/// See https://www.twilio.com/docs/voice/api/call-resource
@Component
public class TwilioCaller {

    /// @param steps where whoever picks up is told what comes next, and where its end is told
    public Result call(TwilioAccount account, String phone, URI steps) {
        try {
            Call.creator(new PhoneNumber(phone), new PhoneNumber(account.number()), steps).setMethod(
                    HttpMethod.POST).setTimeout((int) account.voice().ring().toSeconds()).setStatusCallback(
                            steps).setStatusCallbackMethod(HttpMethod.POST).setStatusCallbackEvent(
                                    List.of("completed")).create(account.client());
            return new Result.Rings();
        } catch (TwilioUnavailableException e) {
            return result(TwilioOutcomes.of(e));
        } catch (ApiException e) {
            return result(TwilioOutcomes.of(e));
        } catch (RuntimeException e) {
            return new Result.Unknown();
        }
    }

    /// Nobody waits at a screen for a phone to ring by and by: what can be tried again is for a person to try.
    private static Result result(SendResult outcome) {
        return switch (outcome) {
            case SendResult.Sent sent -> new Result.Rings();
            case SendResult.Unconfirmed unconfirmed -> new Result.Unknown();
            case SendResult.Retry retry -> new Result.Refused(retry.reason() + " Try again in a moment.");
            case SendResult.Failed failed -> new Result.Refused(failed.reason());
        };
    }
}
