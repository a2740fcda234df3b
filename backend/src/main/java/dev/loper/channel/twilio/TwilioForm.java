package dev.loper.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/// The parameters of a webhook, each named once.
public record TwilioForm(Map<String, String> values) {

    /// Headers by which a dead letter is known to be such a form.
    static final Map<String, String> HEADERS = Map.of("Content-Type", "application/x-www-form-urlencoded");

    /// Reads a form-encoded body.
    ///
    /// A name that comes twice is refused, as Twilio never does that: of two values the signature would cover one and
    /// a reader might take the other.
    ///
    /// @return none if a name comes twice
    static @Nullable TwilioForm parse(byte[] body) {
        Map<String, String> values = HashMap.newHashMap(32);
        for (NameValuePair pair : WWWFormCodec.parse(new String(body, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8)) {
            String value = pair.getValue() == null ? "" : pair.getValue();
            if (values.put(pair.getName(), value) != null) {
                return null;
            }
        }
        return new TwilioForm(values);
    }

    /// The form as [#parse] reads it.
    String encode() {
        List<NameValuePair> pairs = values.entrySet().stream().<NameValuePair>map(
                value -> new BasicNameValuePair(value.getKey(), value.getValue())).toList();
        return WWWFormCodec.format(pairs, StandardCharsets.UTF_8);
    }

    /// The value of a parameter, empty if there is none.
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// The value of a parameter that every webhook of its kind has.
    ///
    /// @throws UnreadableWebhookException if it is missing
    public String require(String name) {
        String value = get(name);
        if (value.isBlank()) {
            throw new UnreadableWebhookException("It has no " + name + ".");
        }
        return value;
    }

    /// A number, 0 if there is none.
    ///
    /// @throws UnreadableWebhookException if it is not a number
    public int number(String name) {
        String value = get(name).strip();
        try {
            return value.isEmpty() ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UnreadableWebhookException("Its " + name + " is not a number.", e);
        }
    }
}
