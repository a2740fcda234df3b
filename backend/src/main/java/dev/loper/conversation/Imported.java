package dev.loper.conversation;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that was exchanged before Loper was there.
///
/// @param source    the system it comes from
/// @param id        what makes it unique there
/// @param thread    what belongs together there: one topic for each customer
/// @param at        when it was sent; its place on the timeline
/// @param leaves    how it leaves its topic, if it is the topic's newest
/// @param customer  the customer's address, whoever wrote
/// @param name      the customer's name, empty if unknown
/// @param language  the customer's, a BCP 47 tag
/// @param agent     who of ours wrote an answer, as people knew them then
/// @param messageId of a mail, by which later ones may refer to it
public record Imported(String source, String id, String thread, Instant at, Direction direction, Leaves leaves,
        ChannelKind channel, @Nullable AccountId account, ChannelAddress customer, String name,
        @Nullable String language, String agent, List<String> to, List<String> cc, @Nullable String subject,
        String text, @Nullable String messageId) {

    public enum Direction {
        /// By the customer.
        IN,
        /// By one of us.
        OUT
    }

    /// How a message leaves its topic.
    public enum Leaves {
        RESOLVED,
        OPEN,
        /// Open, and somebody waits for an answer.
        WAITING
    }
}
