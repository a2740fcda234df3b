package dev.loper.demo;

import dev.loper.message.ChannelAddress;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// The phones in the sandbox. It forgets everything with each start, and did not see the first messages leave.
@Component
@Profile("demo")
class DemoPhones {

    private static final Logger log = LoggerFactory.getLogger(DemoPhones.class);

    private final RestClient http = RestClient.create();
    private final DemoSettings settings;

    DemoPhones(DemoSettings settings) {
        this.settings = settings;
    }

    /// Lets WhatsApp take free answers to somebody who wrote. Without it the first answer of the demo would be refused.
    void wrote(ChannelAddress.WhatsApp number) {
        URI sandbox = settings.sandboxUrl();
        if (sandbox == null) {
            return;
        }
        try {
            http.post().uri(sandbox.resolve("/api/phones/" + number.value()
                    + "/whatsapp-window/open")).retrieve().toBodilessEntity();
        } catch (RestClientException e) {
            log.info("The sandbox is not there; answers by WhatsApp to the first customers will fail.");
        }
    }
}
