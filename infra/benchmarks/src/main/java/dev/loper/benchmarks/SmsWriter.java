package dev.loper.benchmarks;

import dev.loper.benchmarks.ClosedLoad.Callers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes text messages as Twilio posts them: all parameters, signed with HMAC-SHA1, each with an id of its own.
///
/// Not for use by several threads.
final class SmsWriter {

    static final String PATH = "/hooks/twilio/sms-main/message";
    static final String TEXT = "Hello, the table I ordered last week has not arrived yet. Could you tell me when it"
            + " comes? My order is 104233.";
    private static final String TOKEN = "sandbox-auth-token";

    private final String publicUrl;
    private final Mac mac;

    SmsWriter(String publicUrl) {
        this.publicUrl = publicUrl;
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Connections that each post the next message of somebody when the last is answered.
    ///
    /// @param senders how many different ones
    static Callers posts(Product product, List<HttpLine> lines, String path, int senders) {
        return connection -> {
            SmsWriter writer = new SmsWriter(product.publicUrl());
            HttpLine line = lines.get(connection);
            return watch -> {
                byte[] request = writer.request(path, ThreadLocalRandom.current().nextInt(senders), TEXT);
                watch.start();
                int status = line.exchange(request).status();
                if (status != 200) {
                    throw new IllegalStateException("A webhook was answered " + status + ".");
                }
            };
        };
    }

    /// The number of a customer.
    static String number(int sender) {
        return "+316%08d".formatted(10_000_000 + sender);
    }

    static String newSid() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "SM%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    /// A signed request for a path; the signature is always that of [#PATH].
    byte[] request(String path, int sender, String text) {
        String sid = newSid();
        Map<String, String> form = new TreeMap<>(Map.of("AccountSid", "AC00000000000000000000000000000001",
                "ApiVersion", "2010-04-01", "Body", text, "From", number(sender), "FromCountry", "NL", "MessageSid",
                sid, "NumMedia", "0", "NumSegments", "1", "SmsMessageSid", sid, "SmsSid", sid));
        form.putAll(Map.of("SmsStatus", "received", "To", "+3197010280001", "ToCountry", "NL", "FromCity", "",
                "FromState", "", "FromZip", "", "ToCity", "", "ToState", "", "ToZip", ""));
        StringBuilder signed = new StringBuilder(publicUrl).append(PATH);
        StringBuilder body = new StringBuilder(640);
        form.forEach((name, value) -> {
            signed.append(name).append(value);
            body.append(body.isEmpty() ? "" : "&").append(name).append('=').append(
                    URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        String signature = Base64.getEncoder().encodeToString(
                mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "User-Agent: TwilioProxy/1.1\r\nAccept: */*\r\nX-Twilio-Signature: " + signature
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
