package dev.loper.sandbox.twilio;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A text as the provider keeps it: who, what, how far it has come, and where its news goes.
///
/// Addresses are E.164 numbers, with `whatsapp:` before them on WhatsApp. `mediaUrls` is what the sender gave,
/// `media` what could be fetched of it.
public record Message(String sid, Direction direction, String from, String to, String body, List<String> mediaUrls,
        List<MediaItem> media, Status status, @Nullable Integer errorCode, Instant createdAt, @Nullable Instant sentAt,
        Instant updatedAt, @Nullable String statusCallback, @Nullable String serviceSid, @Nullable String contentSid,
        @Nullable String repliedTo, @Nullable String profileName) {

    public boolean whatsapp() {
        return from.startsWith("whatsapp:");
    }

    /// The address of the person, whichever side they are on.
    public String customer() {
        return direction == Direction.INBOUND ? from : to;
    }

    /// The account's own address.
    public String business() {
        return direction == Direction.INBOUND ? to : from;
    }

    Message reached(Status next, Instant now) {
        Instant sent = next == Status.SENT ? now : sentAt;
        return new Message(sid, direction, from, to, body, mediaUrls, media, next, errorCode, createdAt, sent, now,
                statusCallback, serviceSid, contentSid, repliedTo, profileName);
    }

    Message failed(Status next, int code, Instant now) {
        return new Message(sid, direction, from, to, body, mediaUrls, media, next, code, createdAt, sentAt, now,
                statusCallback, serviceSid, contentSid, repliedTo, profileName);
    }

    Message carrying(List<MediaItem> fetched) {
        return new Message(sid, direction, from, to, body, mediaUrls, fetched, status, errorCode, createdAt, sentAt,
                updatedAt, statusCallback, serviceSid, contentSid, repliedTo, profileName);
    }
}
