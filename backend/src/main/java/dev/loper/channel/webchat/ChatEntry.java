package dev.loper.channel.webchat;

import dev.loper.message.EntryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message as the widget shows it.
///
/// @param clientId  the id the visitor's browser gave it
/// @param from      `visitor`, `agent` or `system`
/// @param promise   how the promise stands that it says, if it says one
/// @param offer     the handover it offers, while that is open
/// @param withdrawn always false: an answer can be withdrawn only before it is shown
record ChatEntry(EntryId id, @Nullable String clientId, String from, @Nullable String name, String text, Instant at,
        List<File> attachments, boolean withdrawn, @Nullable Promise promise, @Nullable Offer offer) {

    /// @param state `open`, `due-soon`, `late`, `kept`, `kept-late` or `released`
    /// @param says  how it stands, where its moment is named no more
    record Promise(String state, Instant dueAt, @Nullable String says) {}

    /// @param until when it runs out
    record Offer(String id, Instant until) {}

    /// @param url works for a while, for this visitor
    record File(String name, String type, long size, String url) {}
}
