package dev.loper.sandbox.phone;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import dev.loper.sandbox.twilio.Message;
import dev.loper.sandbox.twilio.WebhookResult;

import org.jspecify.annotations.Nullable;

/// A text as its owner sees it on the phone; `direction` is `out` for what they typed, `in` for what they got.
record TextView(String sid, String channel, String direction, String from, String to, String text, Instant at,
        String status, List<Picture> media, @Nullable String replyTo, @Nullable Arrival webhook) {

    record Picture(String type, int size, String url) {}

    /// How the product took a typed message: `status` is its answer, `failure` is `ct` or `rt` when it gave none.
    record Arrival(boolean arrived, @Nullable Integer status, @Nullable String failure, int attempts) {

        static Arrival of(WebhookResult result) {
            return switch (result) {
                case WebhookResult.Answered answered -> new Arrival(answered.arrived(), answered.status(), null,
                        answered.attempts());
                case WebhookResult.Unanswered lost -> new Arrival(false, null, lost.failure(), lost.attempts());
            };
        }
    }

    static TextView of(Message message, String phone, @Nullable WebhookResult result) {
        List<Picture> pictures = message.media().stream().map(item -> new Picture(item.contentType(), item.size(),
                "/api/phones/" + phone + "/messages/" + message.sid() + "/media/" + item.sid())).toList();
        return new TextView(message.sid(), message.whatsapp() ? "whatsapp" : "sms", switch (message.direction()) {
            case INBOUND -> "out";
            case OUTBOUND -> "in";
        }, message.from(), message.to(), message.body(), message.createdAt(),
                message.status().name().toLowerCase(Locale.ROOT), pictures, message.repliedTo(),
                result == null ? null : Arrival.of(result));
    }
}
