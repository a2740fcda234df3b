package dev.loper.channel.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.loper.blob.AttachmentContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Loads the SDK's two thousand classes after the start, and what tells file types, so that the first answer need not
/// wait a second for them nor the first picture lose its time to them.
///
/// It sends a message through a client that answers by itself; nothing leaves the process.
@Component
class TwilioWarmUp {

    private static final Logger log = LoggerFactory.getLogger(TwilioWarmUp.class);
    private static final String SID = "AC00000000000000000000000000000000";

    private final TwilioAccounts accounts;

    TwilioWarmUp(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!accounts.all().isEmpty()) {
            Thread.ofVirtual().name("twilio-warm-up").start(this::run);
        }
    }

    void run() {
        try {
            TwilioRestClient client = new TwilioRestClient.Builder(SID, "none").accountSid(SID).httpClient(
                    new Echo()).build();
            Message.creator(new PhoneNumber("+31600000000"), new PhoneNumber("+31600000001"), "warm").create(client);
            AttachmentContent.typeOf(new ByteArrayInputStream(new byte[0]), "warm.png");
        } catch (RuntimeException | IOException e) {
            log.warn("The Twilio SDK could not be warmed up; the first answer will take a second longer", e);
        }
    }

    private static final class Echo extends HttpClient {

        @Override
        public Response makeRequest(Request request) {
            createHttpUriRequestBase(request);
            return new Response("{\"sid\":\"SM0\",\"status\":\"queued\",\"body\":\"warm\"}", 201);
        }
    }
}
