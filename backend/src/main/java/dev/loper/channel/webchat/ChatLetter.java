package dev.loper.channel.webchat;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A visitor's message as it is handed in, and kept whole if it cannot be.
///
/// @param id the browser's id of it
record ChatLetter(String visitor, String id, String name, String text, List<Attachment> files) {

    /// Whether nothing of it is missing, as it may be of one that was kept long ago.
    boolean whole() {
        return Stream.of(visitor, id, name, text, files).noneMatch(Objects::isNull);
    }

    /// The visitor's id is ours and signed, so the network vouches for it: observed.
    ChannelMessage message(AccountId account) {
        return new ChannelMessage(account, ChannelKind.CHAT, visitor + ":" + id, new Visitor(visitor), name,
                Level.OBSERVED, List.of(account.value()), List.of(), null, null, text, null, null, files,
                ThreadingHints.NONE, false);
    }
}
