package dev.loper.sandbox.phone;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a phone is told to send; `account` names the number it goes to, else the channel's first one.
record Outgoing(@Nullable String channel, @Nullable String account, @Nullable String text,
        @Nullable List<Picture> media,
        @Nullable String replyTo, @Nullable String profileName) {

    /// A file, its bytes in Base64.
    record Picture(String type, String base64) {}
}
