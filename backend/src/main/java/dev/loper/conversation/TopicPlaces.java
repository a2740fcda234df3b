package dev.loper.conversation;

import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.util.Optional;

/// Finds a topic where it is now: in the conversation it was asked for in, or in the one that was joined to.
///
/// A script that was told an older place answers `elsewhere` and writes nothing; whoever asked looks here again.
final class TopicPlaces {

    /// How often a place may change during one write.
    static final int TRIES = 5;

    private final Topics topics;
    private final Conversations conversations;

    TopicPlaces(RedisStore store, RedisKeys keys) {
        this.topics = new Topics(store, keys);
        this.conversations = new Conversations(store, keys);
    }

    /// @return empty if there is no such topic, or it is another customer's now
    Optional<Topic> find(Conversation asked, TopicId id) {
        return topics.find(id).filter(topic -> topic.conversation().equals(asked.id())
                || conversations.find(asked.id()).filter(now -> now.id().equals(topic.conversation())).isPresent());
    }

    static IllegalStateException restless(TopicId topic) {
        return new IllegalStateException("The topic " + topic + " changed its place " + TRIES + " times in one write.");
    }
}
