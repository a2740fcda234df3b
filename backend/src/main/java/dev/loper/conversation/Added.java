package dev.loper.conversation;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.web.ProblemException;

/// What became of an entry of ours.
public sealed interface Added {

    /// It is in its topic; an answer is in the outbound queue as well.
    record Stored(EntryId entry, HomeId home) implements Added {}

    /// It was there already, under the same client id.
    record Repeat(EntryId entry, HomeId home) implements Added {}

    /// Its client id was given to another entry; nothing was written.
    record Used() implements Added {

        /// The refusal, 422: taking this entry for the repeat of another would lose it.
        public static ProblemException problem() {
            return ProblemException.field("client-id-used", "clientId",
                    "This id was given to another message. Give every message an id of its own.");
        }
    }

    /// Somebody else wrote since the author's screen was drawn; nothing was written.
    ///
    /// @param newest the newest message by others
    /// @param seen   the newest entry on the author's screen
    record Stale(EntryId newest, EntryId seen) implements Added {}

    /// There is no such topic in this conversation.
    record NoTopic() implements Added {}

    /// The address it was to go to is another customer's now.
    record NoAddress() implements Added {}
}
