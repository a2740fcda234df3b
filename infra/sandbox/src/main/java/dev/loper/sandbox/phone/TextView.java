package dev.loper.sandbox.phone;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.loper.sandbox.twilio.Message;

import org.jspecify.annotations.Nullable;

/// A text as its owner sees it on the phone; `direction` is `out` for what they typed, `in` for what they got.
record TextView(String sid, String channel, String direction, String from, String to, String text, Instant at,
        String status, List<Picture> media, @Nullable String replyTo) {

    record Picture(String type, int size, String url) {}

    static TextView of(Message message, String phone) {
        List<Picture> pictures = message.media().stream().map(item -> new Picture(item.contentType(), item.size(),
                "/api/phones/" + phone + "/messages/" + message.sid() + "/media/" + item.sid())).toList();
        return new TextView(message.sid(), message.whatsapp() ? "whatsapp" : "sms", switch (message.direction()) {
            case INBOUND -> "out";
            case OUTBOUND -> "in";
        }, message.from(), message.to(), message.body(), message.createdAt(),
                message.status().name().toLowerCase(Locale.ROOT), pictures, message.repliedTo());
    }
}
