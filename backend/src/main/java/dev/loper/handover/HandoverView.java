package dev.loper.handover;

import dev.loper.message.Author;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A handover as the API gives it.
///
/// @param how     `write`: we wrote to them there; `text`: they send a text; `page`: they open a link; `code`: they key it in
/// @param account where they arrive
/// @param to      the channel they go to
/// @param address where we wrote to
/// @param link    what the customer taps, or scans; only while it is open
/// @param code    what they key in, or send; only while it is open
/// @param qr      the link as a picture
/// @param told    the entry by which the customer was told, or the timeline
/// @param said    whether the customer was told; if not, nobody could write to them, and whoever offers shows it to them
record HandoverView(String id, HandoverState state, String how, ChannelKind from, ChannelKind to, String account,
        String topic, @Nullable String address, @Nullable String link, @Nullable String code, @Nullable QrView qr,
        ByView by, Instant offeredAt, Instant expiresAt, @Nullable Instant closedAt, @Nullable String told,
        boolean said) {

    /// @param path of an SVG, in modules; `size` of them each way, without a border
    record QrView(int size, String path) {}

    /// @param kind `agent`, `customer` or `system`
    record ByView(Author.Kind kind, @Nullable String id, String name) {}
}
