package dev.loper.channel.twilio;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import dev.loper.channel.twilio.TwilioReceiver.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes in a message of Twilio's log as if its webhook had come.
@Component
class TwilioMissed {

    private static final Logger log = LoggerFactory.getLogger(TwilioMissed.class);

    private final TwilioReceiver receiver;

    TwilioMissed(TwilioReceiver receiver) {
        this.receiver = receiver;
    }

    /// @param made when Twilio made the message
    void takeIn(TwilioAccount account, Message message, Instant made) {
        if (receiver.has(account, message.getSid())) {
            return;
        }
        TwilioForm form = form(account, message);
        Taken taken = receiver.receive(new TwilioWebhook(account, form, made), () -> form.encode().getBytes(
                StandardCharsets.UTF_8));
        if (taken == Taken.NEW) {
            log.info("{} on {} was missed and taken in from Twilio's log", message.getSid(), account.id());
        }
    }

    private static TwilioForm form(TwilioAccount account, Message message) {
        Map<String, String> values = new HashMap<>();
        values.put("MessageSid", message.getSid());
        values.put("From", message.getFrom() == null ? "" : message.getFrom().getEndpoint());
        values.put("To", message.getTo() == null ? account.sender() : message.getTo());
        values.put("Body", message.getBody() == null ? "" : message.getBody());
        values.put("NumMedia", "0");
        if (message.getNumMedia() != null && !message.getNumMedia().equals("0")) {
            addMedia(account, message, values);
        }
        return new TwilioForm(values);
    }

    private static void addMedia(TwilioAccount account, Message message, Map<String, String> values) {
        int files = 0;
        for (Media media : Media.reader(message.getSid()).read(account.client())) {
            values.put("MediaUrl" + files, "https://api.twilio.com" + media.getUri().replaceAll("\\.json$", ""));
            values.put("MediaContentType" + files, media.getContentType());
            files++;
        }
        values.put("NumMedia", Integer.toString(files));
    }
}
