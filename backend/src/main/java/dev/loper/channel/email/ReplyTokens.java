package dev.loper.channel.email;

import dev.loper.message.TopicId;
import java.util.Optional;

/// Marks by which an answer finds its topic again. Only we can make one; who has one can answer that topic, no more.
interface ReplyTokens {

    /// The token of a topic: letters and digits, either case.
    String token(TopicId topic);

    /// The topic a token stands for; none if it is not ours.
    Optional<TopicId> topic(String token);
}
