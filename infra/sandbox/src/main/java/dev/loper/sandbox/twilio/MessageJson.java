package dev.loper.sandbox.twilio;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A message as the Messages resource shows it: snake case, RFC 2822 times, counts as strings.
final class MessageJson {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z",
            java.util.Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int SINGLE = 160;
    private static final int PART = 153;
    private static final int SINGLE_UNICODE = 70;
    private static final int PART_UNICODE = 67;

    private MessageJson() {}

    static Map<String, @Nullable Object> of(Message message, String accountSid) {
        String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + message.sid();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("account_sid", accountSid);
        json.put("api_version", "2010-04-01");
        json.put("body", message.body());
        json.put("date_created", time(message.createdAt()));
        json.put("date_sent", time(message.sentAt()));
        json.put("date_updated", time(message.updatedAt()));
        json.put("direction", message.direction().wire());
        json.put("error_code", message.errorCode());
        json.put("error_message", null);
        json.put("from", message.from());
        json.put("messaging_service_sid", message.serviceSid());
        json.put("num_media", String.valueOf(Math.max(message.media().size(), message.mediaUrls().size())));
        json.put("num_segments", String.valueOf(segments(message)));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("sid", message.sid());
        json.put("status", message.status().wire());
        json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
        json.put("to", message.to());
        json.put("uri", uri + ".json");
        return json;
    }

    static Map<String, @Nullable Object> media(Message message, MediaItem item, String accountSid) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("account_sid", accountSid);
        json.put("content_type", item.contentType());
        json.put("date_created", time(message.createdAt()));
        json.put("date_updated", time(message.createdAt()));
        json.put("parent_sid", message.sid());
        json.put("sid", item.sid());
        json.put("uri", "/2010-04-01/Accounts/" + accountSid + "/Messages/" + message.sid() + "/Media/" + item.sid()
                + ".json");
        return json;
    }

    /// GSM text goes in parts of 160 (153 when there are several), anything else in parts of 70 (67).
    static int segments(Message message) {
        String body = message.body();
        boolean plain = body.chars().allMatch(c -> c < 128);
        int single = plain ? SINGLE : SINGLE_UNICODE;
        int part = plain ? PART : PART_UNICODE;
        return body.length() <= single ? 1 : Math.ceilDiv(body.length(), part);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : RFC_2822.format(instant);
    }
}
